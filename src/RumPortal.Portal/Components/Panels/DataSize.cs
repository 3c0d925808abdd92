using System.Globalization;

namespace RumPortal.Portal.Components.Panels;

/// <summary>Bytes as text in decimal units, as the backends count them: <c>61 MB</c>.</summary>
public static class DataSize
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB"];

    public static string Text(long bytes)
    {
        var (value, unit) = ((double)bytes, 0);
        while (value >= 999.5 && unit < Units.Length - 1) (value, unit) = (value / 1000, unit + 1);
        return value.ToString(unit == 0 || value >= 100 ? "0" : value >= 10 ? "0.#" : "0.##", CultureInfo.InvariantCulture) + " " + Units[unit];
    }
}
