using System.Buffers.Binary;
using System.Globalization;
using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.Sandbox.Otlp.Protobuf;

/// <summary>Ids in protobuf: bytes of the full length, or none.</summary>
internal static class ProtobufIds
{
    public static UInt128 TraceId(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        0 => 0,
        IdText.TraceIdBytes => BinaryPrimitives.ReadUInt128BigEndian(bytes),
        _ => throw Wrong("trace ids must be 128 bit", bytes),
    };

    public static ulong SpanId(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        0 => 0,
        IdText.SpanIdBytes => BinaryPrimitives.ReadUInt64BigEndian(bytes),
        _ => throw Wrong("span ids must be 64 bit", bytes),
    };

    private static OtlpFormatException Wrong(string rule, ReadOnlySpan<byte> bytes) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{rule}, received {8L * bytes.Length} bits"));
}
