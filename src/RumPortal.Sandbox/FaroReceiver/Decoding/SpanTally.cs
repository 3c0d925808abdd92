namespace RumPortal.Sandbox.FaroReceiver.Decoding;

/// <summary>How many spans a walk over OTLP/JSON has met.</summary>
internal sealed class SpanTally
{
    public int Count { get; set; }
}
