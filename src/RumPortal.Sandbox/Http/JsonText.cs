using System.Buffers;
using System.Globalization;
using System.Text;

namespace RumPortal.Sandbox.Http;

/// <summary>Writes JSON as Loki and Prometheus do: log lines with <c>&lt; &gt; &amp;</c> and the line separators escaped, everything else only as far as JSON asks.</summary>
internal static class JsonText
{
    private static readonly SearchValues<byte> Unsafe = SearchValues.Create([.. ControlCharacters(), (byte)'"', (byte)'\\']);

    /// <summary>0xE2 begins U+2028 and U+2029.</summary>
    private static readonly SearchValues<byte> UnsafeInHtml = SearchValues.Create([.. ControlCharacters(), .. "\"\\<>&"u8, 0xE2]);

    public static void Raw(IBufferWriter<byte> output, ReadOnlySpan<byte> json) => output.Write(json);

    public static void Raw(IBufferWriter<byte> output, string json) => Encoding.UTF8.GetBytes(json, output);

    public static void String(IBufferWriter<byte> output, string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        Quoted(output, bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), Unsafe);
        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>A log line, safe to be put into a page as it is.</summary>
    public static void Line(IBufferWriter<byte> output, ReadOnlySpan<byte> utf8) => Quoted(output, utf8, UnsafeInHtml);

    private static void Quoted(IBufferWriter<byte> output, ReadOnlySpan<byte> utf8, SearchValues<byte> special)
    {
        output.Write("\""u8);
        while (true)
        {
            var next = utf8.IndexOfAny(special);
            output.Write(next < 0 ? utf8 : utf8[..next]);
            if (next < 0) break;
            utf8 = utf8[(next + Escape(output, utf8[next..]))..];
        }

        output.Write("\""u8);
    }

    /// <summary>Writes the escape of the first character and returns its length.</summary>
    private static int Escape(IBufferWriter<byte> output, ReadOnlySpan<byte> utf8)
    {
        switch (utf8[0])
        {
            case (byte)'"':
                output.Write("\\\""u8);
                return 1;
            case (byte)'\\':
                output.Write("\\\\"u8);
                return 1;
            case (byte)'\n':
                output.Write("\\n"u8);
                return 1;
            case (byte)'\r':
                output.Write("\\r"u8);
                return 1;
            case (byte)'\t':
                output.Write("\\t"u8);
                return 1;
            case 0xE2:
                if (utf8.StartsWith("\u2028"u8) || utf8.StartsWith("\u2029"u8))
                {
                    output.Write(utf8[2] == 0xA8 ? "\\u2028"u8 : "\\u2029"u8);
                    return 3;
                }

                output.Write(utf8[..1]);
                return 1;
            default:
                Raw(output, string.Create(CultureInfo.InvariantCulture, $"\\u00{utf8[0]:x2}"));
                return 1;
        }
    }

    private static IEnumerable<byte> ControlCharacters() => Enumerable.Range(0, 0x20).Select(b => (byte)b);
}
