using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Loki.LogQl;

/// <summary><c>| session_id = "..." and lcp > 2500</c>: a condition on labels, behind a parser on what it found.</summary>
public sealed record LabelFilter(LabelCondition Condition) : MetricStage
{
    public LabelFilter(LabelMatcher matcher)
        : this(new LabelCondition.Matches(matcher))
    {
    }
}
