using System.Collections.Immutable;
using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Prometheus.PromQl;

/// <summary>A query in PromQL, as data.</summary>
public abstract record PromQuery
{
    private PromQuery()
    {
    }

    public PromQuery SumBy(params IEnumerable<LabelName> names) => new Aggregation(AggregationOperator.Sum, this, Grouping.By(names));

    /// <summary>The query's text.</summary>
    public sealed override string ToString() => PromQlRenderer.Render(this);

    /// <summary><c>up{job="alloy"}</c>: the newest sample of each series, up to five minutes old.</summary>
    public sealed record Latest(SeriesSelector Series, TimeSpan Offset = default) : PromQuery;

    /// <summary><c>sum_over_time(rum_vital_density:count5m{vital="lcp"}[1h] offset 30s)</c></summary>
    public sealed record OverTime(RangeFunction Function, SeriesSelector Series, TimeSpan Range, TimeSpan Offset = default) : PromQuery;

    /// <summary><c>sum by (vital, le) (...)</c></summary>
    public sealed record Aggregation(AggregationOperator Operator, PromQuery Of, Grouping? Grouping = null) : PromQuery;

    /// <summary><c>topk(10, ...)</c>, or <c>bottomk</c>.</summary>
    public sealed record TopK(int Count, PromQuery Of, bool Lowest = false) : PromQuery;

    /// <summary><c>(... / on (app_name) ...)</c></summary>
    public sealed record Binary(PromQuery Left, BinaryOperator Operator, PromQuery Right, ImmutableArray<LabelName>? On = null) : PromQuery;

    /// <summary>A number, for binary operations.</summary>
    public sealed record Scalar(double Value) : PromQuery;
}
