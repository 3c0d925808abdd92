namespace RumPortal.Sandbox.FaroReceiver.Payloads;

public sealed class Event
{
    public string Name { get; set; } = "";

    public string Domain { get; set; } = "";

    public Dictionary<string, string> Attributes { get; } = [];

    public GoTime Timestamp { get; set; }

    public TraceContext Trace { get; } = new();
}
