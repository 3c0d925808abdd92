using System.Buffers.Binary;
using System.Globalization;

namespace RumPortal.Sandbox.Otlp.Spans;

/// <summary>Ids of traces and spans as lower-case hex and as bytes.</summary>
public static class IdText
{
    public const int TraceIdBytes = 16;
    public const int SpanIdBytes = 8;

    public static string Of(UInt128 traceId) => traceId.ToString("x32", CultureInfo.InvariantCulture);

    public static string Of(ulong spanId) => spanId.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Tempo 3.0 behaviour: answers of its search lack the leading zeros.</summary>
    public static string Unpadded(UInt128 traceId) => traceId.ToString("x", CultureInfo.InvariantCulture);

    public static byte[] Bytes(UInt128 traceId)
    {
        var bytes = new byte[TraceIdBytes];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, traceId);
        return bytes;
    }

    public static byte[] Bytes(ulong spanId)
    {
        var bytes = new byte[SpanIdBytes];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, spanId);
        return bytes;
    }
}
