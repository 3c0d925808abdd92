namespace RumPortal.Sandbox.FaroReceiver.Payloads;

public sealed class Page
{
    public string Id { get; set; } = "";

    public string Url { get; set; } = "";

    public Dictionary<string, string> Attributes { get; } = [];
}
