using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>Reads whole queries: the grammar of Tempo 3.0 without arithmetic between metrics and without <c>compare</c>.</summary>
public sealed class TraceQlParser
{
    private readonly TokenReader _tokens;
    private readonly PipelineParser _pipelines;

    private TraceQlParser(string query)
    {
        _tokens = new(query);
        _pipelines = new(_tokens);
    }

    /// <summary>A query that is well formed and whose comparisons make sense.</summary>
    /// <exception cref="TraceQlException">In Tempo's words.</exception>
    public static TraceQlQuery Parse(string query)
    {
        var parsed = new TraceQlParser(query).ParseQuery();
        QueryValidation.Check(parsed);
        return parsed;
    }

    /// <summary>A single attribute or intrinsic, such as <c>resource.service.name</c> or <c>span:kind</c>; null for anything else.</summary>
    public static FieldExpression? TryParseAttribute(string text)
    {
        try
        {
            var parser = new TraceQlParser(text);
            var field = new FieldParser(parser._tokens).ParseAttribute();
            return parser._tokens.Current.Kind == TokenKind.End ? field : null;
        }
        catch (TraceQlException)
        {
            return null;
        }
    }

    private TraceQlQuery ParseQuery()
    {
        var stages = _pipelines.ParseStages();
        var (metric, series) = ((MetricStage?)null, ImmutableArray.CreateBuilder<SeriesStage>());
        if (_pipelines.AtMetricStage)
        {
            var metrics = new MetricParser(_tokens);
            metric = metrics.ParseMetric();
            while (metrics.TryParseSeriesStage() is { } stage) series.Add(stage);
        }

        var hints = _tokens.TryTake("with") ? ParseHints() : [];
        if (_tokens.Current.Kind != TokenKind.End) throw _tokens.Unexpected();
        return new(new(stages), metric, series.DrainToImmutable(), hints.ToFrozenDictionary());
    }

    private Dictionary<string, Value> ParseHints()
    {
        var hints = new Dictionary<string, Value>();
        _tokens.Expect("(");
        do
        {
            if (_tokens.Current.Kind != TokenKind.Identifier) throw _tokens.Unexpected("IDENTIFIER");
            var name = _tokens.Take().Text;
            _tokens.Expect("=");
            if (new FieldParser(_tokens).Parse() is not FieldExpression.Constant constant) throw _tokens.Unexpected();
            hints[name] = constant.Value;
        }
        while (_tokens.TryTake(","));
        _tokens.Expect(")");
        return hints;
    }
}
