namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>A while in which one request of one app mostly fails.</summary>
internal sealed record Incident(string App, string UrlPrefix, DateTimeOffset From, DateTimeOffset To, int Status, double FailureShare)
{
    public bool Hits(string app, string url, DateTimeOffset at) =>
        app == App && at >= From && at < To && url.StartsWith(UrlPrefix, StringComparison.Ordinal);
}
