using System.Buffers.Binary;
using RumPortal.Domain.Traces;

namespace RumPortal.Clients.Tempo.Otlp;

/// <summary>Numbers of OTLP's messages as the model has them, whatever the format they came in.</summary>
internal static class OtlpNumbers
{
    /// <summary>An id of 16 bytes, or of 8 as in 64-bit tracers; null for other lengths and for zeros.</summary>
    public static TraceId? Trace(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        16 when BinaryPrimitives.ReadUInt128BigEndian(bytes) is var value && value > 0 => new TraceId(value),
        8 when BinaryPrimitives.ReadUInt64BigEndian(bytes) is > 0 and var value => new TraceId(value),
        _ => null,
    };

    /// <summary>An id of 8 bytes; null for other lengths and for zeros, which stand for "no span".</summary>
    public static SpanId? Span(ReadOnlySpan<byte> bytes) =>
        bytes.Length == 8 && BinaryPrimitives.ReadUInt64BigEndian(bytes) is > 0 and var value ? new SpanId(value) : null;

    /// <summary>Nanoseconds since 1970; those after the year 2262 become its end.</summary>
    public static long Nanoseconds(ulong value) => (long)Math.Min(value, long.MaxValue);

    public static SpanKind Kind(ulong number) => number <= (ulong)SpanKind.Consumer ? (SpanKind)number : SpanKind.Unspecified;

    public static SpanStatus Status(ulong number) => number <= (ulong)SpanStatus.Error ? (SpanStatus)number : SpanStatus.Unset;
}
