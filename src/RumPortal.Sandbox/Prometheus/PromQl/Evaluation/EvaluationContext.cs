using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus.PromQl.Syntax;
using RumPortal.Sandbox.Prometheus.Store;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>Where the samples are, and at which times an expression will be evaluated. In a subquery these times differ from the query's own.</summary>
internal sealed record EvaluationContext(MetricStore Store, PrometheusOptions Options, StepGrid Query, SampleBudget Budget, CancellationToken Cancellation)
{
    public StepGrid Grid { get; init; } = Query;

    public ReferenceTime Reference(TimeShift shift) => new(
        shift.At switch
        {
            null => null,
            { Anchor: AtAnchor.Start } => Query.Start,
            { Anchor: AtAnchor.End } => Query.End,
            { } at => at.Time,
        },
        shift.Offset ?? 0);

    /// <summary>The samples from so long before the first to the last time that a selector refers to.</summary>
    public IReadOnlyList<SeriesSamples> Select(IReadOnlyList<LabelMatcher> matchers, ReferenceTime reference, long lookback)
    {
        Cancellation.ThrowIfCancellationRequested();
        var found = Store.Select(matchers, reference.At(Grid.Start) - lookback, reference.At(Grid.End));
        Budget.TakeRead(found.Sum(series => (long)series.Times.Length));
        return found;
    }
}
