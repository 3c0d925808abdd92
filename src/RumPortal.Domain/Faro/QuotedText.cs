using System.Buffers;
using System.Text;

namespace RumPortal.Domain.Faro;

/// <summary>
/// The text between double quotes, as logfmt and JSON write it: <c>\" \\ \/ \' \b \f \n \r \t</c> and <c>\uXXXX</c> with surrogate pairs.
/// </summary>
public static class QuotedText
{
    /// <summary>Finds the closing quote. Without one, <paramref name="end"/> is the end of the line and the answer is false.</summary>
    internal static bool TryFindEnd(ReadOnlySpan<byte> line, int start, out int end, out bool escaped)
    {
        escaped = false;
        var position = start;
        while (position < line.Length)
        {
            var next = line[position..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0) break;
            position += next;
            if (line[position] == '"')
            {
                end = position;
                return true;
            }
            escaped = true;
            position += 2;
        }
        end = line.Length;
        return false;
    }

    /// <summary>
    /// Writes the text that <paramref name="raw"/> stands for and returns its length, which is never more than that of
    /// <paramref name="raw"/>. A lone surrogate becomes U+FFFD; what is no escape stays as it is. The destination needs the length of
    /// <paramref name="raw"/>.
    /// </summary>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> destination)
    {
        var written = 0;
        while (!raw.IsEmpty)
        {
            var plain = raw.IndexOf((byte)'\\');
            if (plain < 0) plain = raw.Length;
            raw[..plain].CopyTo(destination[written..]);
            written += plain;
            raw = raw[plain..];
            if (raw.IsEmpty) break;
            raw = raw[UnescapeOne(raw, destination, ref written)..];
        }
        return written;
    }

    /// <summary>The decoded text; bytes that are not UTF-8 show as U+FFFD.</summary>
    internal static string Decode(ReadOnlySpan<byte> raw, bool escaped)
    {
        if (!escaped) return Encoding.UTF8.GetString(raw);
        if (raw.Length <= 512)
        {
            Span<byte> small = stackalloc byte[512];
            return Encoding.UTF8.GetString(small[..Unescape(raw, small)]);
        }
        var large = ArrayPool<byte>.Shared.Rent(raw.Length);
        try
        {
            return Encoding.UTF8.GetString(large.AsSpan(0, Unescape(raw, large)));
        }
        finally
        {
            // The text may be personal; the pool is shared with the whole process.
            ArrayPool<byte>.Shared.Return(large, clearArray: true);
        }
    }

    private static int UnescapeOne(ReadOnlySpan<byte> raw, Span<byte> destination, ref int written)
    {
        if (raw.Length > 1 && raw[1] == 'u') return UnescapeUnicode(raw, destination, ref written);
        byte? character = raw.Length < 2 ? null : raw[1] switch
        {
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'\'' => raw[1],
            _ => null,
        };
        destination[written++] = character ?? (byte)'\\';
        return character is null ? 1 : 2;
    }

    private static int UnescapeUnicode(ReadOnlySpan<byte> raw, Span<byte> destination, ref int written)
    {
        if (!TryReadUnit(raw, out var unit))
        {
            destination[written++] = (byte)'\\';
            return 1;
        }
        var consumed = 6;
        if (!Rune.TryCreate(unit, out var rune))
        {
            rune = Rune.ReplacementChar;
            if (TryReadUnit(raw[6..], out var low) && Rune.TryCreate(unit, low, out var pair)) (rune, consumed) = (pair, 12);
        }
        written += rune.EncodeToUtf8(destination[written..]);
        return consumed;
    }

    private static bool TryReadUnit(ReadOnlySpan<byte> raw, out char unit)
    {
        unit = '\0';
        if (raw.Length < 6 || raw[0] != '\\' || raw[1] != 'u') return false;
        var value = 0;
        foreach (var digit in raw[2..6])
        {
            if (!char.IsAsciiHexDigit((char)digit)) return false;
            value = (value << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }
        unit = (char)value;
        return true;
    }
}
