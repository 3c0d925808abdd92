using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Prometheus.Rules;

/// <summary>What the newest evaluation of a group recorded, so that the next one can end the series that are gone.</summary>
internal sealed class GroupHistory
{
    private long _newest = long.MinValue;
    private Dictionary<RuleIdentity, HashSet<LabelSet>> _recorded = [];

    /// <summary>Held during an evaluation: there is one at a time.</summary>
    public Lock Evaluation { get; } = new();

    /// <summary>What a rule recorded at the newest evaluation.</summary>
    public HashSet<LabelSet> RecordedBy(RuleIdentity rule) => _recorded.GetValueOrDefault(rule) ?? [];

    /// <summary>Takes in an evaluation, by its time in milliseconds since 1970, and returns the series that ended with it. One of an earlier time is none of its business.</summary>
    public IReadOnlyList<LabelSet> Advance(long time, Dictionary<RuleIdentity, HashSet<LabelSet>> recorded)
    {
        if (time <= _newest) return [];
        var gone = _recorded.Values.SelectMany(series => series).Except(recorded.Values.SelectMany(series => series)).ToList();
        (_newest, _recorded) = (time, recorded);
        return gone;
    }
}
