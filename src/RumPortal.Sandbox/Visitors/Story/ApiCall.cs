namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>A request that a page makes, and its usual duration in milliseconds.</summary>
internal sealed record ApiCall(string Method, string Url, double Median);
