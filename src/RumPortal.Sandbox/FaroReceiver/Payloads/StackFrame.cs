namespace RumPortal.Sandbox.FaroReceiver.Payloads;

public sealed class StackFrame
{
    public string Function { get; set; } = "";

    public string Module { get; set; } = "";

    public string Filename { get; set; } = "";

    public long Line { get; set; }

    public long Column { get; set; }
}
