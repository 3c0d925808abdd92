using System.Buffers;
using System.Text;

namespace RumPortal.Sandbox.FaroReceiver.Lines;

/// <summary>
/// The logfmt encoder of Alloy (go-logfmt 0.6.1). A backslash is doubled only where something else makes the value need quotes, and a value
/// that reads <c>null</c> is quoted.
/// </summary>
/// <remarks><c>message="say \"hi\"" level=info path=C:\tmp other="C:\\my tmp"</c></remarks>
internal static class LogfmtLine
{
    private static readonly SearchValues<char> NeedsQuotes =
        SearchValues.Create([.. Enumerable.Range(0, ' ' + 1).Select(c => (char)c), '=', '"', '\x7F', '\uFFFD']);

    /// <summary>False when a key has no character that logfmt allows: Alloy then loses the whole line.</summary>
    public static bool TryWrite(LineFields fields, StringBuilder line)
    {
        foreach (var (key, value) in fields.All)
        {
            if (line.Length > 0) line.Append(' ');
            if (!TryWriteKey(key, line)) return false;
            line.Append('=');
            WriteValue(value.ToString(), line);
        }

        return true;
    }

    private static bool TryWriteKey(string key, StringBuilder line)
    {
        if (key.AsSpan().IndexOfAny(NeedsQuotes) < 0)
        {
            line.Append(key);
            return key.Length > 0;
        }

        var before = line.Length;
        foreach (var c in key)
            if (!NeedsQuotes.Contains(c)) line.Append(c);
        return line.Length > before;
    }

    private static void WriteValue(string value, StringBuilder line)
    {
        if (value == "null") line.Append("\"null\"");
        else if (value.AsSpan().IndexOfAny(NeedsQuotes) < 0) line.Append(value);
        else WriteQuoted(value, line);
    }

    private static void WriteQuoted(string value, StringBuilder line)
    {
        line.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '\\' or '"' => line.Append('\\').Append(c),
                '\n' => line.Append("\\n"),
                '\r' => line.Append("\\r"),
                '\t' => line.Append("\\t"),
                '\uFFFD' => line.Append("\\ufffd"),
                < ' ' or '\x7F' => line.Append("\\u00").Append(Convert.ToHexStringLower([(byte)c])),
                _ => line.Append(c),
            };
        }

        line.Append('"');
    }
}
