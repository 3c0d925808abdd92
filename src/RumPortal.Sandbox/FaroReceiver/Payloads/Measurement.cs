namespace RumPortal.Sandbox.FaroReceiver.Payloads;

public sealed class Measurement
{
    public string Type { get; set; } = "";

    public Dictionary<string, double> Values { get; } = [];

    public Dictionary<string, string> Context { get; } = [];

    public GoTime Timestamp { get; set; }

    public TraceContext Trace { get; } = new();
}
