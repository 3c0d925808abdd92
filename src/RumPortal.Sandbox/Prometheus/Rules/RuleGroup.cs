namespace RumPortal.Sandbox.Prometheus.Rules;

/// <summary>
/// Rules that are evaluated together, one after the other: a later rule sees what the earlier ones have recorded. Names are unique within a file.
/// </summary>
public sealed record RuleGroup(string File, string Name, TimeSpan Interval, IReadOnlyList<RecordingRule> Rules);
