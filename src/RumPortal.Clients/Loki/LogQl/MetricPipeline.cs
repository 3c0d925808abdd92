using System.Collections.Immutable;
using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Loki.LogQl;

/// <summary>The lines that a metric counts.</summary>
public sealed record MetricPipeline(StreamSelector Selector, params ImmutableArray<MetricStage> Stages)
{
    public MetricPipeline With(params IEnumerable<MetricStage> stages) => this with { Stages = [.. Stages, .. stages] };

    /// <summary>
    /// The numbers of one label instead of the lines. Values that are no number are left out instead of failing the query.
    /// </summary>
    public UnwrappedPipeline Unwrap(LabelName label) => new(this, label);
}
