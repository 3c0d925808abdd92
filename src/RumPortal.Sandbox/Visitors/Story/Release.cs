namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>A version, how long before the start of the story it was deployed, and the Faro SDK in it.</summary>
internal sealed record Release(string Version, TimeSpan Age)
{
    public FaroSdk Sdk { get; init; } = FaroSdk.Current;
}
