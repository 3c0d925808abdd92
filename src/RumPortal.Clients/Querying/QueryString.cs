using System.Globalization;
using System.Text;

namespace RumPortal.Clients.Querying;

/// <summary>
/// The one encoder of text in queries: always double quotes, with <c>\" \\ \n \r \t</c>, and <c>\u00XX</c> for the other control characters
/// (Go's rules, which the strings of LogQL and PromQL follow). U+FFFD is escaped as well: raw, Prometheus takes it for broken UTF-8. Total:
/// a lone surrogate, which UTF-8 cannot say, becomes U+FFFD; that is also what a receiver makes of one, so a filter for such a value still
/// finds its lines.
/// </summary>
public static class QueryString
{
    public static string Encode(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append(@"\\"),
                '\n' => quoted.Append(@"\n"),
                '\r' => quoted.Append(@"\r"),
                '\t' => quoted.Append(@"\t"),
                < 0x20 or 0x7F or 0xFFFD => quoted.Append(CultureInfo.InvariantCulture, $@"\u{rune.Value:x4}"),
                _ => quoted.Append(rune.ToString()),
            };
        }
        return quoted.Append('"').ToString();
    }
}
