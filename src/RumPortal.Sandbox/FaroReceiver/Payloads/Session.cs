namespace RumPortal.Sandbox.FaroReceiver.Payloads;

public sealed class Session
{
    public string Id { get; set; } = "";

    public Dictionary<string, string> Attributes { get; } = [];
}
