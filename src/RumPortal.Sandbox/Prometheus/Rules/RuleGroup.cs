namespace RumPortal.Sandbox.Prometheus.Rules;

/// <summary>
/// Rules that are evaluated together, one after the other: a later rule sees what the earlier ones have recorded. Names are unique within a file.
/// </summary>
public sealed record RuleGroup(string File, string Name, TimeSpan Interval, IReadOnlyList<RecordingRule> Rules)
{
    private static readonly TimeSpan LeastInterval = TimeSpan.FromSeconds(1);

    /// <summary>At least a second.</summary>
    public TimeSpan Interval { get; } = Interval >= LeastInterval ? Interval : throw new ArgumentOutOfRangeException(nameof(Interval), Interval, "A rule group is evaluated once a second at most.");
}
