using System.Globalization;
using System.Text;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Faro;

namespace RumPortal.Portal.Features;

/// <summary>A record's fields as a viewer may see them: who may not see users gets their fields masked, in the raw line too.</summary>
public static class RecordFields
{
    private const string Mask = "***";
    private const int MostFields = 400;
    private const int LongestValue = 4_000;
    private const int LongestLine = 64_000;

    /// <summary>Keys as the line spells them; very long values and lines with thousands of fields are shortened, and say so.</summary>
    public static IReadOnlyList<(string Key, string Value)> Shown(FaroRecord record, ViewerScope scope)
    {
        var shown = new List<(string, string)>();
        var all = 0;
        foreach (var field in record.Fields)
            if (++all <= MostFields) shown.Add((field.Name, ValueOf(field, scope)));
        if (all > MostFields) shown.Add(("…", $"{all - MostFields} more fields; the raw line has them"));
        return shown;
    }

    public static string Line(FaroRecord record, ViewerScope scope)
    {
        if (scope.May(ViewerPermission.UnmaskUsers)) return Shorten(record.ToString(), LongestLine);
        var line = new StringBuilder();
        var left = record.Fields.Count;
        foreach (var field in record.Fields)
        {
            if (line.Length > LongestLine) return line.Append(CultureInfo.InvariantCulture, $"… ({left} more fields)").ToString();
            line.Append(line.Length == 0 ? "" : " ").Append(field.Name).Append('=').Append(ValueOf(field, scope));
            left--;
        }
        return line.ToString();
    }

    private static string ValueOf(FaroField field, ViewerScope scope) =>
        PersonalFields.Include(field.Key) && !scope.May(ViewerPermission.UnmaskUsers) ? Mask : Shorten(field.Value.ToString(), LongestValue);

    private static string Shorten(string text, int most) => text.Length <= most ? text : $"{text[..most]}… ({text.Length - most} more characters)";
}
