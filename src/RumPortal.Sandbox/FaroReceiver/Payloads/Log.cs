namespace RumPortal.Sandbox.FaroReceiver.Payloads;

public sealed class Log
{
    public string Message { get; set; } = "";

    public string Level { get; set; } = "";

    public Dictionary<string, string> Context { get; } = [];

    public GoTime Timestamp { get; set; }

    public TraceContext Trace { get; } = new();
}
