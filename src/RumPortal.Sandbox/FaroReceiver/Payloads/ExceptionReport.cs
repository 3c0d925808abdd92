namespace RumPortal.Sandbox.FaroReceiver.Payloads;

/// <summary>An entry of <c>exceptions</c>.</summary>
public sealed class ExceptionReport
{
    public string Type { get; set; } = "";

    public string Value { get; set; } = "";

    public GoSlice<StackFrame> Frames { get; } = new();

    public Dictionary<string, string> Context { get; } = [];

    public GoTime Timestamp { get; set; }

    public TraceContext Trace { get; } = new();
}
