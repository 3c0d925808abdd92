using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Loki.LogQl;

/// <summary>Makes the text of queries. Nothing else does; all text that a query carries passes <see cref="QueryString.Encode"/>.</summary>
internal static class LogQlRenderer
{
    public static string Render(LogQuery query) => Render(query.Selector) + Render(query.Stages);

    public static string Render(StreamSelector selector) => QuerySyntax.Selector(selector.Matchers);

    public static string Render(MetricQuery query) => query switch
    {
        MetricQuery.OfLines q => $"{Function(q.Function)}({Render(q.Lines)} {Range(q.Range, q.Offset)})",
        MetricQuery.OfNumbers q => $"{Function(q.Function)}({Render(q.Numbers)} {Range(q.Range)}){QuerySyntax.Suffix(q.Grouping)}",
        MetricQuery.Quantile q =>
            $"quantile_over_time({QuerySyntax.Number(q.Share)}, {Render(q.Numbers)} {Range(q.Range)}){QuerySyntax.Suffix(q.Grouping)}",
        MetricQuery.Aggregation q => $"{q.Operator.ToString().ToLowerInvariant()}{QuerySyntax.Suffix(q.Grouping)} ({Render(q.Of)})",
        MetricQuery.TopK q => $"{(q.Lowest ? "bottomk" : "topk")}({q.Count.ToString(CultureInfo.InvariantCulture)}, {Render(q.Of)})",
        MetricQuery.Binary q => $"({Render(q.Left)} {QuerySyntax.Operator(q.Operator)}{QuerySyntax.On(q.On)} {Render(q.Right)})",
        MetricQuery.Scalar q => QuerySyntax.Number(q.Value),
        _ => throw new UnreachableException(),
    };

    private static string Render(MetricPipeline lines) => Render(lines.Selector) + Render(lines.Stages.CastArray<LogStage>());

    private static string Render(UnwrappedPipeline numbers) => $"{Render(numbers.Lines)} | unwrap {numbers.Label} | __error__=\"\"";

    private static string Render(ImmutableArray<LogStage> stages) => string.Concat(stages.Select(stage => " " + Render(stage)));

    private static string Render(LogStage stage) => stage switch
    {
        LineFilter s => $"{s.Operator} {string.Join(" or ", s.Values.Select(QueryString.Encode))}",
        Logfmt => "| logfmt",
        LogfmtFields s => $"| logfmt {QuerySyntax.Names(s.Names)}",
        Json => "| json",
        LabelFilter s => $"| {Render(s.Condition)}",
        LineFormat s => $"| line_format {QueryString.Encode(TemplateRenderer.Render(s.Template))}",
        LabelFormat s => $"| label_format {s.Name}={QueryString.Encode(TemplateRenderer.Render(s.Template))}",
        Keep s => $"| keep {QuerySyntax.Names(s.Names)}",
        Drop s => $"| drop {QuerySyntax.Names(s.Names)}",
        _ => throw new UnreachableException(),
    };

    private static string Render(LabelCondition condition) => condition switch
    {
        LabelCondition.Matches c => QuerySyntax.Matcher(c.Matcher),
        LabelCondition.Compares c => $"{c.Name} {Operator(c.Comparison)} {QuerySyntax.Number(c.Number)}",
        LabelCondition.Both c => $"({Render(c.Left)} and {Render(c.Right)})",
        LabelCondition.Either c => $"({Render(c.Left)} or {Render(c.Right)})",
        _ => throw new UnreachableException(),
    };

    private static string Range(TimeSpan range, TimeSpan offset = default) =>
        $"[{QueryDuration.Format(range)}]{(offset == default ? "" : $" offset {QueryDuration.Format(offset)}")}";

    private static string Function(LineFunction function) => function switch
    {
        LineFunction.CountOverTime => "count_over_time",
        LineFunction.Rate => "rate",
        LineFunction.BytesOverTime => "bytes_over_time",
        LineFunction.BytesRate => "bytes_rate",
        _ => "absent_over_time",
    };

    private static string Function(NumberFunction function) => function switch
    {
        NumberFunction.SumOverTime => "sum_over_time",
        NumberFunction.Rate => "rate",
        NumberFunction.AvgOverTime => "avg_over_time",
        NumberFunction.MinOverTime => "min_over_time",
        NumberFunction.MaxOverTime => "max_over_time",
        NumberFunction.FirstOverTime => "first_over_time",
        NumberFunction.LastOverTime => "last_over_time",
        NumberFunction.StddevOverTime => "stddev_over_time",
        _ => "stdvar_over_time",
    };

    private static string Operator(NumberComparison comparison) => comparison switch
    {
        NumberComparison.Equal => "==",
        NumberComparison.NotEqual => "!=",
        NumberComparison.Less => "<",
        NumberComparison.LessOrEqual => "<=",
        NumberComparison.Greater => ">",
        _ => ">=",
    };
}
