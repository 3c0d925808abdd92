namespace RumPortal.Sandbox.FaroReceiver.Payloads;

public sealed class SdkIntegration
{
    public string Name { get; set; } = "";

    public string Version { get; set; } = "";
}
