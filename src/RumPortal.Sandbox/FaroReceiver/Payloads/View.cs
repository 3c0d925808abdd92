namespace RumPortal.Sandbox.FaroReceiver.Payloads;

public sealed class View
{
    public string Name { get; set; } = "";
}
