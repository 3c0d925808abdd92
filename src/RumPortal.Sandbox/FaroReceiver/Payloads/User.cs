namespace RumPortal.Sandbox.FaroReceiver.Payloads;

public sealed class User
{
    public string Email { get; set; } = "";

    public string Id { get; set; } = "";

    public string Username { get; set; } = "";

    public Dictionary<string, string> Attributes { get; } = [];
}
