namespace RumPortal.Sandbox.FaroReceiver.Payloads;

public sealed class App
{
    public string Name { get; set; } = "";

    public string Namespace { get; set; } = "";

    public string Release { get; set; } = "";

    public string Version { get; set; } = "";

    public string Environment { get; set; } = "";
}
