namespace RumPortal.Sandbox.FaroReceiver.Payloads;

public sealed class Sdk
{
    public string Name { get; set; } = "";

    public string Version { get; set; } = "";

    public GoSlice<SdkIntegration> Integrations { get; } = new();
}
