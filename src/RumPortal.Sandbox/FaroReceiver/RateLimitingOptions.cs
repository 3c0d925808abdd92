namespace RumPortal.Sandbox.FaroReceiver;

/// <summary>The token bucket: one token for a request, whatever it carries. Alloy's defaults.</summary>
public sealed record RateLimitingOptions
{
    public bool Enabled { get; init; } = true;

    public RateLimitStrategy Strategy { get; init; } = RateLimitStrategy.Global;

    /// <summary>Tokens that come back per second.</summary>
    public double Rate { get; init; } = 50;

    /// <summary>Tokens that the full bucket holds.</summary>
    public int BurstSize { get; init; } = 100;
}
