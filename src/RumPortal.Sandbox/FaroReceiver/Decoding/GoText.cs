using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace RumPortal.Sandbox.FaroReceiver.Decoding;

/// <summary>
/// JSON strings as Go reads them: every byte that is not UTF-8 and every lone surrogate becomes U+FFFD, where
/// <see cref="Utf8JsonReader.GetString"/> would throw.
/// </summary>
internal static class GoText
{
    /// <summary>
    /// Text of the string or property name that the reader stands on. The reader has checked quotes, escapes and control characters.
    /// </summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped && Utf8.IsValid(reader.ValueSpan)) return Encoding.UTF8.GetString(reader.ValueSpan);
        return Unescape(reader.ValueSpan);
    }

    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        var text = new StringBuilder(raw.Length);
        while (!raw.IsEmpty)
        {
            if (raw[0] == '\\')
            {
                raw = raw[AppendEscape(raw, text)..];
                continue;
            }

            if (Rune.DecodeFromUtf8(raw, out var rune, out var consumed) == OperationStatus.Done) text.Append(rune.ToString());
            else text.Append('\uFFFD', consumed);
            raw = raw[consumed..];
        }

        return text.ToString();
    }

    private static int AppendEscape(ReadOnlySpan<byte> raw, StringBuilder text)
    {
        if (raw[1] != 'u')
        {
            text.Append((char)raw[1] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var c => c });
            return 2;
        }

        var first = (char)Convert.ToUInt16(Encoding.ASCII.GetString(raw.Slice(2, 4)), 16);
        if (!char.IsSurrogate(first))
        {
            text.Append(first);
            return 6;
        }

        if (char.IsHighSurrogate(first) && raw.Length >= 12 && raw[6] == '\\' && raw[7] == 'u')
        {
            var second = (char)Convert.ToUInt16(Encoding.ASCII.GetString(raw.Slice(8, 4)), 16);
            if (char.IsLowSurrogate(second))
            {
                text.Append(first).Append(second);
                return 12;
            }
        }

        text.Append('\uFFFD');
        return 6;
    }
}
