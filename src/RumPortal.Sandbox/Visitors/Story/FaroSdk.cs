namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>A version of the Faro Web SDK. Up to 2.9 its spans of requests follow OpenTelemetry's old conventions (<c>http.url</c>).</summary>
internal sealed record FaroSdk(string Version, bool HasOldConventions = false)
{
    public static readonly FaroSdk Current = new("2.12.1");

    public static readonly FaroSdk Old = new("2.9.0", HasOldConventions: true);
}
