namespace RumPortal.Sandbox.Visitors.Backends;

/// <summary>The resource of a backend's spans.</summary>
internal sealed record BackendService(string Name, string Namespace, string Environment)
{
    // Backends are deployed on their own; that they differ in age is all that matters here.
    public string Version => $"1.{Name.Length}.{Name[0] % 10}";
}
