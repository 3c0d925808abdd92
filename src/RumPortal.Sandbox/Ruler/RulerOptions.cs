namespace RumPortal.Sandbox.Ruler;

/// <summary>The limits of the sandbox's ruler. Loki has no limits on groups and rules by default; the sandbox's memory does.</summary>
public sealed record RulerOptions
{
    /// <summary>The interval of groups that name none (<c>ruler.evaluation_interval</c>).</summary>
    public TimeSpan EvaluationInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How often every group is evaluated, in place of its interval; null for each group's own. The texts stay as they are, so with a shorter
    /// one the windows of a rule overlap and sums over its samples count lines more than once.
    /// </summary>
    public TimeSpan? IntervalOverride { get; init; }

    public int MaxGroups { get; init; } = 200;

    public int MaxRulesPerGroup { get; init; } = 100;

    /// <summary>The largest body of a request that sets a group.</summary>
    public int MaxBodySize { get; init; } = 1 << 20;
}
