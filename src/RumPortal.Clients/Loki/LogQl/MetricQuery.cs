using System.Collections.Immutable;
using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Loki.LogQl;

/// <summary>A query for numbers.</summary>
public abstract record MetricQuery
{
    private MetricQuery()
    {
    }

    public static MetricQuery CountLines(MetricPipeline lines, TimeSpan range) => new OfLines(LineFunction.CountOverTime, lines, range);

    public MetricQuery SumBy(params IEnumerable<LabelName> names) => new Aggregation(AggregationOperator.Sum, this, Grouping.By(names));

    /// <summary>The query's text.</summary>
    public sealed override string ToString() => LogQlRenderer.Render(this);

    /// <summary><c>count_over_time(... [5m] offset 30s)</c></summary>
    public sealed record OfLines(LineFunction Function, MetricPipeline Lines, TimeSpan Range, TimeSpan Offset = default) : MetricQuery;

    /// <summary><c>avg_over_time(... | unwrap lcp | __error__="" [5m]) by (browser_name)</c></summary>
    public sealed record OfNumbers : MetricQuery
    {
        /// <exception cref="ArgumentException">The function cannot group.</exception>
        public OfNumbers(NumberFunction function, UnwrappedPipeline numbers, TimeSpan range, Grouping? grouping = null)
        {
            if (grouping is not null && function is NumberFunction.SumOverTime or NumberFunction.Rate)
                throw new ArgumentException($"{function} cannot group; aggregate its result.", nameof(grouping));
            (Function, Numbers, Range, Grouping) = (function, numbers, range, grouping);
        }

        public NumberFunction Function { get; }

        public UnwrappedPipeline Numbers { get; }

        public TimeSpan Range { get; }

        public Grouping? Grouping { get; }
    }

    /// <summary><c>quantile_over_time(0.75, ... | unwrap lcp | __error__="" [6h]) by (browser_name)</c></summary>
    public sealed record Quantile(double Share, UnwrappedPipeline Numbers, TimeSpan Range, Grouping? Grouping = null) : MetricQuery;

    /// <summary><c>sum by (app_name) (...)</c></summary>
    public sealed record Aggregation(AggregationOperator Operator, MetricQuery Of, Grouping? Grouping = null) : MetricQuery;

    /// <summary><c>topk(10, ...)</c>, or <c>bottomk</c>.</summary>
    public sealed record TopK(int Count, MetricQuery Of, bool Lowest = false) : MetricQuery;

    /// <summary><c>(...) / on (app_name) (...)</c></summary>
    public sealed record Binary(MetricQuery Left, BinaryOperator Operator, MetricQuery Right, ImmutableArray<LabelName>? On = null)
        : MetricQuery;

    /// <summary>A number, for binary operations.</summary>
    public sealed record Scalar(double Value) : MetricQuery;
}
