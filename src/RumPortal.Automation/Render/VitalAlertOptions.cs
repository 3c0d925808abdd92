namespace RumPortal.Automation.Render;

/// <summary>
/// When a vital counts as having become worse: its p75 is beyond an official threshold, and the share of values beyond it has grown against
/// the same time before. The share decides rather than the percentile: a p75 is good exactly as long as no more than a quarter of the values
/// is beyond the good threshold, and shares are exact in recorded buckets.
/// </summary>
public sealed record VitalAlertOptions
{
    /// <summary>How much of the past is looked at.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How far back lies what it is compared with: a week, because weekends differ from working days.</summary>
    public TimeSpan Baseline { get; init; } = TimeSpan.FromDays(7);

    /// <summary>By how much of all values the share has to grow, so that a share that hovers around a quarter raises no alert.</summary>
    public double Growth { get; init; } = 0.1;

    /// <summary>Values that both windows need; fewer say little about a percentile.</summary>
    public int MinimumSamples { get; init; } = 100;

    /// <summary>How long it has to last.</summary>
    public TimeSpan For { get; init; } = TimeSpan.FromMinutes(15);
}
