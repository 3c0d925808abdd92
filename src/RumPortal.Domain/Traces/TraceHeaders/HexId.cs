using System.Globalization;

namespace RumPortal.Domain.Traces.TraceHeaders;

/// <summary>Reads the hex digits of ids as strictly as receivers do, with a fault in words.</summary>
internal static class HexId
{
    /// <param name="text">The digits.</param>
    /// <param name="lengths">The lengths that are allowed.</param>
    /// <param name="isLowerOnly">Whether upper case is a fault, as in W3C.</param>
    public static string? FaultOf(string text, ReadOnlySpan<int> lengths, bool isLowerOnly)
    {
        var wrong = text.FirstOrDefault(character => !char.IsAsciiHexDigit(character));
        if (wrong != default || text.Contains('\0', StringComparison.Ordinal)) return string.Create(CultureInfo.InvariantCulture, $"Only hex digits may stand here, not U+{(int)wrong:X4}.");
        if (!lengths.Contains(text.Length)) return $"{Allowed(lengths)} hex digits are needed, these are {text.Length}.";
        if (isLowerOnly && text.Any(char.IsAsciiLetterUpper)) return "Hex digits have to be lower case here; strict receivers ignore the header.";
        return text.All(character => character == '0') ? "All zeros stand for no id; receivers ignore the header." : null;
    }

    /// <summary>Jaeger leaves out leading zeros.</summary>
    public static string? FaultOfShort(string text, int most)
    {
        if (text.Length == 0 || text.Length > most) return $"1 to {most} hex digits are needed, these are {text.Length}.";
        return FaultOf(text, [text.Length], isLowerOnly: false);
    }

    public static TraceId? Trace(string text) => TraceId.TryParse(text, out var id, out _) ? id : null;

    public static SpanId? Span(string text) => SpanId.TryParse(text, out var id) ? id : null;

    private static string Allowed(ReadOnlySpan<int> lengths) =>
        lengths.Length == 1 ? lengths[0].ToString(CultureInfo.InvariantCulture) : $"{lengths[0]} or {lengths[1]}";
}
