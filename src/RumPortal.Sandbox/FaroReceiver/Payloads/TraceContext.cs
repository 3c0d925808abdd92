namespace RumPortal.Sandbox.FaroReceiver.Payloads;

public sealed class TraceContext
{
    public string TraceId { get; set; } = "";

    public string SpanId { get; set; } = "";
}
