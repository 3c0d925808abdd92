using System.Text;

namespace RumPortal.Sandbox.FaroReceiver.Lines;

/// <summary>
/// One flat JSON object as Go's <c>encoding/json</c> writes a map: keys sorted, HTML characters escaped, all values texts but the
/// numbers.
/// </summary>
internal static class JsonLine
{
    public static void Write(LineFields fields, StringBuilder line)
    {
        line.Append('{');
        foreach (var (key, value) in fields.All.OrderBy(field => field.Key, Utf8Order.Instance))
        {
            if (line.Length > 1) line.Append(',');
            WriteText(key, line);
            line.Append(':');
            if (value.Text is { } text) WriteText(text, line);
            else line.Append(GoNumber.Json(value.Number));
        }

        line.Append('}');
    }

    private static void WriteText(string text, StringBuilder line)
    {
        line.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' or '"' => line.Append('\\').Append(c),
                '\n' => line.Append("\\n"),
                '\r' => line.Append("\\r"),
                '\t' => line.Append("\\t"),
                '\b' => line.Append("\\b"),
                '\f' => line.Append("\\f"),
                < ' ' or '<' or '>' or '&' => line.Append("\\u00").Append(Convert.ToHexStringLower([(byte)c])),
                '\u2028' => line.Append("\\u2028"),
                '\u2029' => line.Append("\\u2029"),
                _ => line.Append(c),
            };
        }

        line.Append('"');
    }
}
