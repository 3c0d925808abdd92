namespace RumPortal.Sandbox.Visitors.Backends;

/// <summary>The resource of a backend's spans.</summary>
internal sealed record BackendService(string Name, string Namespace, string Environment)
{
    /// <summary>The backends are deployed together, and did not change during the story.</summary>
    public const string Version = "2026.46.1";
}
