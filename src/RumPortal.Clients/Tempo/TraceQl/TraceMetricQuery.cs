using System.Collections.Immutable;

namespace RumPortal.Clients.Tempo.TraceQl;

/// <summary>A query in TraceQL for numbers over time, made of the spans that a set has.</summary>
public abstract record TraceMetricQuery
{
    private TraceMetricQuery(Spanset spans, ImmutableArray<TraceField> by) => (Spans, By) = (spans, by.IsDefault ? [] : by);

    public Spanset Spans { get; }

    /// <summary>One series for each combination of these fields' values; Tempo takes up to five.</summary>
    public ImmutableArray<TraceField> By { get; }

    /// <summary>The query's text.</summary>
    public sealed override string ToString() => TraceQlRenderer.Render(this);

    /// <summary><c>{ ... } | rate() by(status)</c>: spans in a second.</summary>
    public sealed record Rate(Spanset Spans, params ImmutableArray<TraceField> By) : TraceMetricQuery(Spans, By);

    /// <summary><c>{ ... } | count_over_time() by(status)</c>: spans in a step.</summary>
    public sealed record CountOverTime(Spanset Spans, params ImmutableArray<TraceField> By) : TraceMetricQuery(Spans, By);

    /// <summary><c>{ ... } | quantile_over_time(duration, 0.5, 0.9)</c>: the label <c>p</c> names the share.</summary>
    public sealed record QuantileOverTime(
        Spanset Spans, TraceField Field, ImmutableArray<double> Shares, params ImmutableArray<TraceField> By) : TraceMetricQuery(Spans, By);

    /// <summary><c>{ ... } | max_over_time(duration)</c></summary>
    public sealed record AggregateOverTime(
        Spanset Spans, SpanAggregate Aggregate, TraceField Field, params ImmutableArray<TraceField> By) : TraceMetricQuery(Spans, By);
}
