using System.Collections.Immutable;
using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Prometheus.PromQl;

/// <summary>Which series are meant: those of one metric for which all matchers hold.</summary>
public sealed record SeriesSelector(MetricName Metric, params ImmutableArray<LabelMatcher> Matchers)
{
    public SeriesSelector With(params IEnumerable<LabelMatcher> matchers) => this with { Matchers = [.. Matchers, .. matchers] };

    public override string ToString() => PromQlRenderer.Render(this);
}
