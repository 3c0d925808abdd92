namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>A version and how long before the start of the story it was deployed.</summary>
internal sealed record Release(string Version, TimeSpan Age);
