using System.Globalization;
using System.Text;

namespace RumPortal.Testing;

/// <summary>Both spellings of a line as the receiver's encoders write them, made independently of the readers.</summary>
public static class LineSpelling
{
    public static string Logfmt(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join(' ', fields.Where(field => field.Value.Length > 0).Select(field => $"{field.Key}={LogfmtValue(field.Value)}"));

    public static string Json(IEnumerable<KeyValuePair<string, string>> fields) =>
        $"{{{string.Join(',', fields.Where(field => field.Value.Length > 0).Select(field => $"{Quoted(field.Key, true)}:{Quoted(field.Value, true)}"))}}}";

    private static string LogfmtValue(string value) =>
        value == "null" || value.Any(c => c is <= ' ' or '=' or '"' or '\u007F' or '\uFFFD') ? Quoted(value, false) : value;

    private static string Quoted(string value, bool json)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            var escape = c is < ' ' || (json && c is '<' or '>' or '&' or '\u2028' or '\u2029') || (!json && c is '\u007F' or '\uFFFD');
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                _ => escape ? string.Create(CultureInfo.InvariantCulture, $@"\u{(int)c:x4}") : c.ToString(),
            });
        }
        return text.Append('"').ToString();
    }
}
