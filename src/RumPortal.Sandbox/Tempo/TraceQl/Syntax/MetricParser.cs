using System.Collections.Immutable;

namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>Reads the part of a query that makes series of spans.</summary>
/// <remarks><c>quantile_over_time(duration, .5, .9) by(resource.service.name) | topk(5)</c></remarks>
internal sealed class MetricParser(TokenReader tokens)
{
    private readonly FieldParser _fields = new(tokens);

    public MetricStage ParseMetric()
    {
        var function = tokens.Take().Text;
        if (function == "compare") throw TraceQlException.LeftOut("compare()");
        tokens.Expect("(");
        var of = function is "rate" or "count_over_time" ? null : _fields.ParseAttribute();
        var quantiles = ImmutableArray.CreateBuilder<double>();
        while (function == "quantile_over_time" && tokens.TryTake(",")) quantiles.Add(ParseNumber());
        if (function == "quantile_over_time" && quantiles.Count == 0) throw tokens.Unexpected(",");
        tokens.Expect(")");
        return new(function, of, tokens.TryTake("by") ? ParseBy() : [], quantiles.DrainToImmutable());
    }

    /// <summary>Null at the end of the stages.</summary>
    public SeriesStage? TryParseSeriesStage()
    {
        if (tokens.Current.Kind == TokenKind.Symbol && tokens.Current.Text is ">" or ">=" or "<" or "<=" or "=" or "!=")
            return new SeriesStage.Comparison(tokens.Take().Text, ParseNumber());
        if (tokens.Current.Kind == TokenKind.Symbol && tokens.Current.Text is "+" or "-" or "*" or "/")
            throw TraceQlException.LeftOut("arithmetic between metrics queries");
        if (!tokens.TryTake("|")) return null;
        var largest = tokens.At("topk");
        if (!largest && !tokens.At("bottomk")) throw tokens.Unexpected();
        tokens.Take();
        tokens.Expect("(");
        var count = tokens.Current.Kind == TokenKind.WholeNumber ? tokens.Take().Value.Whole : throw tokens.Unexpected("INTEGER");
        tokens.Expect(")");
        return new SeriesStage.Ranking((int)Math.Min(count, int.MaxValue), largest);
    }

    private ImmutableArray<FieldExpression> ParseBy()
    {
        var by = ImmutableArray.CreateBuilder<FieldExpression>();
        tokens.Expect("(");
        do by.Add(_fields.ParseAttribute());
        while (tokens.TryTake(","));
        tokens.Expect(")");
        return by.DrainToImmutable();
    }

    private double ParseNumber()
    {
        var minus = tokens.TryTake("-");
        var value = tokens.Current.Kind switch
        {
            TokenKind.WholeNumber or TokenKind.Number => tokens.Take().Value.Number,
            // Durations of series are seconds.
            TokenKind.Duration => tokens.Take().Value.Number / 1e9,
            _ => throw tokens.Unexpected(),
        };
        return minus ? -value : value;
    }
}
