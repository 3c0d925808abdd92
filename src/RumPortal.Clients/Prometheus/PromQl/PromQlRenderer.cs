using System.Diagnostics;
using System.Globalization;
using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Prometheus.PromQl;

/// <summary>Makes the text of queries. Nothing else does; all text that a query carries passes <see cref="QueryString.Encode"/>.</summary>
internal static class PromQlRenderer
{
    public static string Render(SeriesSelector series) =>
        series.Matchers.IsEmpty ? series.Metric.ToString() : series.Metric + QuerySyntax.Selector(series.Matchers);

    public static string Render(PromQuery query) => query switch
    {
        PromQuery.Latest q => Render(q.Series) + Offset(q.Offset),
        PromQuery.OverTime q => $"{Function(q.Function)}({Render(q.Series)}[{QueryDuration.Format(q.Range)}]{Offset(q.Offset)})",
        PromQuery.Aggregation q => $"{q.Operator.ToString().ToLowerInvariant()}{QuerySyntax.Suffix(q.Grouping)} ({Render(q.Of)})",
        PromQuery.TopK q => $"{(q.Lowest ? "bottomk" : "topk")}({q.Count.ToString(CultureInfo.InvariantCulture)}, {Render(q.Of)})",
        PromQuery.Binary q => $"({Render(q.Left)} {QuerySyntax.Operator(q.Operator)}{QuerySyntax.On(q.On)} {Render(q.Right)})",
        PromQuery.Scalar q => QuerySyntax.Number(q.Value),
        _ => throw new UnreachableException(),
    };

    private static string Offset(TimeSpan offset) => offset == default ? "" : $" offset {QueryDuration.Format(offset)}";

    private static string Function(RangeFunction function) => function switch
    {
        RangeFunction.SumOverTime => "sum_over_time",
        RangeFunction.CountOverTime => "count_over_time",
        RangeFunction.AvgOverTime => "avg_over_time",
        RangeFunction.MinOverTime => "min_over_time",
        RangeFunction.MaxOverTime => "max_over_time",
        RangeFunction.LastOverTime => "last_over_time",
        RangeFunction.Rate => "rate",
        _ => "increase",
    };
}
