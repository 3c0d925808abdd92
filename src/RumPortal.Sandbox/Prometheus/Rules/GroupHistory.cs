using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Prometheus.Rules;

/// <summary>What the newest evaluation of a group recorded, so that the next one can end the series that are gone.</summary>
internal sealed class GroupHistory
{
    public Lock Evaluation { get; } = new();

    /// <summary>Milliseconds since 1970; <see cref="long.MinValue"/> before the first evaluation.</summary>
    public long NewestTime { get; set; } = long.MinValue;

    public Dictionary<RecordingRule, HashSet<LabelSet>> Recorded { get; } = [];
}
