using System.Buffers;
using System.Globalization;
using System.Text;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>Backslash escapes of JSON, which logfmt shares: <c>\" \\ \/ \b \f \n \r \t \u0041</c>. Half a surrogate pair becomes a replacement character.</summary>
internal static class EscapedText
{
    /// <summary>Appends the text without its escapes; false when an escape is none.</summary>
    public static bool TryUnescape(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> output, bool allowSingleQuote = false)
    {
        while (true)
        {
            var escape = text.IndexOf((byte)'\\');
            output.Write(escape < 0 ? text : text[..escape]);
            if (escape < 0) return true;
            text = text[(escape + 1)..];
            if (text.IsEmpty) return false;
            if (text[0] == 'u')
            {
                if (!TryCodePoint(ref text, output)) return false;
                continue;
            }

            if (Simple(text[0], allowSingleQuote) is not { } plain) return false;
            output.Write([plain]);
            text = text[1..];
        }
    }

    private static byte? Simple(byte escape, bool allowSingleQuote) => escape switch
    {
        (byte)'"' or (byte)'\\' or (byte)'/' => escape,
        (byte)'\'' when allowSingleQuote => escape,
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => null,
    };

    /// <summary>Reads <c>uXXXX</c>, and the other half <c>\uXXXX</c> when the first is a high surrogate.</summary>
    private static bool TryCodePoint(ref ReadOnlySpan<byte> text, ArrayBufferWriter<byte> output)
    {
        if (!TryHex(text[1..], out var unit)) return false;
        text = text[5..];
        var rune = Rune.ReplacementChar;
        if (!char.IsSurrogate(unit)) rune = new(unit);
        else if (text.Length >= 6 && text[0] == '\\' && text[1] == 'u' && TryHex(text[2..], out var low) && Rune.TryCreate(unit, low, out var pair))
        {
            rune = pair;
            text = text[6..];
        }

        Span<byte> utf8 = stackalloc byte[4];
        output.Write(utf8[..rune.EncodeToUtf8(utf8)]);
        return true;
    }

    private static bool TryHex(ReadOnlySpan<byte> text, out char unit)
    {
        unit = '\0';
        if (text.Length < 4 || !ushort.TryParse(text[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) return false;
        unit = (char)value;
        return true;
    }
}
