using System.Text;

namespace RumPortal.Domain.Faro;

/// <summary>
/// A trace that a record points to. The keys are free text in the line; only ids that a trace store can know become a link.
/// </summary>
/// <param name="TraceId">32 lower-case hex digits, not all zero.</param>
/// <param name="SpanId">16 lower-case hex digits, not all zero; null when the line's span id is none.</param>
public sealed record TraceLink(string TraceId, string? SpanId)
{
    /// <summary>The link of a record, or null.</summary>
    public static TraceLink? Of(FaroRecord record)
    {
        if (!record.TryGet("traceID"u8, out var trace) || !IsId(trace.Raw, 32)) return null;
        var span = record.TryGet("spanID"u8, out var id) && IsId(id.Raw, 16) ? Encoding.ASCII.GetString(id.Raw) : null;
        return new TraceLink(Encoding.ASCII.GetString(trace.Raw), span);
    }

    private static bool IsId(ReadOnlySpan<byte> text, int length)
    {
        if (text.Length != length) return false;
        foreach (var digit in text)
            if (digit is not ((>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'f'))) return false;
        return text.ContainsAnyExcept((byte)'0');
    }
}
