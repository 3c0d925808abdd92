namespace RumPortal.Sandbox.Otlp.Protobuf;

/// <summary>How a field's value is written, with protobuf's numbers; groups, long gone, are refused.</summary>
internal enum WireType
{
    Varint = 0,
    Fixed64 = 1,
    Bytes = 2,
    Fixed32 = 5,
}
