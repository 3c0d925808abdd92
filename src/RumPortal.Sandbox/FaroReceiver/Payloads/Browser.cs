namespace RumPortal.Sandbox.FaroReceiver.Payloads;

public sealed class Browser
{
    public string Name { get; set; } = "";

    public string Version { get; set; } = "";

    public string Os { get; set; } = "";

    public bool Mobile { get; set; }

    public string UserAgent { get; set; } = "";

    public string Language { get; set; } = "";

    public string ViewportWidth { get; set; } = "";

    public string ViewportHeight { get; set; } = "";
}
