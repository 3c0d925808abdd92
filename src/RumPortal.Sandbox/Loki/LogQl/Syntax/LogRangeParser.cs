using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>The argument of a range function. The range may stand behind the selector or behind the pipeline, the whole may be in parentheses.</summary>
/// <remarks><c>{a="b"} | logfmt | unwrap x [5m] offset 1m</c>, <c>{a="b"}[5m] | logfmt</c>, <c>({a="b"} |= "x")[5m]</c></remarks>
internal sealed class LogRangeParser(TokenReader reader)
{
    private readonly SelectorParser _selectors = new(reader);
    private readonly StageParser _stages = new(reader);
    private readonly LabelFilterParser _filters = new(reader);

    public LogRange Parse()
    {
        if (!reader.TryTakeSymbol("(")) return ParseBare(_selectors.Parse());
        return reader.Nested(() => reader.AtSymbol("(") ? Closed(Parse()) : ParseParenthesised());
    }

    /// <summary><c>(selector pipeline)[range]</c> or <c>(selector pipeline [range])</c>, behind the opening parenthesis.</summary>
    private LogRange ParseParenthesised()
    {
        var matchers = _selectors.Parse();
        if (reader.Current.Kind == TokenKind.Range) return Closed(ParseBare(matchers));
        var stages = _stages.ParseAll();
        var unwrap = TryParseUnwrap();
        if (reader.Current.Kind == TokenKind.Range) return Closed(new(new(matchers, stages), reader.ExpectRange(), ParseOffset(), unwrap));
        reader.ExpectSymbol(")", "RANGE");
        var range = reader.ExpectRange();
        var offset = ParseOffset();
        return new(new(matchers, stages), range, offset, unwrap ?? TryParseUnwrap());
    }

    private LogRange ParseBare(IReadOnlyList<LabelMatcher> matchers)
    {
        List<StageExpression> stages;
        if (reader.Current.Kind == TokenKind.Range)
        {
            var early = reader.ExpectRange();
            var earlyOffset = ParseOffset();
            stages = _stages.ParseAll();
            return new(new(matchers, stages), early, earlyOffset, TryParseUnwrap());
        }

        stages = _stages.ParseAll();
        var unwrap = TryParseUnwrap();
        return new(new(matchers, stages), reader.ExpectRange(), ParseOffset(), unwrap);
    }

    private LogRange Closed(LogRange range)
    {
        reader.ExpectSymbol(")");
        return range;
    }

    private long ParseOffset() => reader.TryTakeKeyword("offset") ? reader.ExpectDuration() : 0;

    private UnwrapExpression? TryParseUnwrap()
    {
        if (!reader.AtSymbol("|") || !reader.Ahead.IsKeyword("unwrap")) return null;
        reader.Take();
        reader.Take();
        var (conversion, label) = ParseUnwrapped();
        var filters = new List<LabelFilterExpression>();
        while (reader.TryTakeSymbol("|")) filters.Add(_filters.Parse());
        return new(label, conversion, filters);
    }

    private (UnwrapConversion Conversion, string Label) ParseUnwrapped()
    {
        var conversion = reader.Current switch
        {
            { Kind: TokenKind.Function, Text: "bytes" } => UnwrapConversion.Bytes,
            { Kind: TokenKind.Function, Text: "duration" } => UnwrapConversion.Duration,
            { Kind: TokenKind.Function, Text: "duration_seconds" } => UnwrapConversion.DurationSeconds,
            _ => UnwrapConversion.Number,
        };
        if (conversion == UnwrapConversion.Number) return (conversion, reader.ExpectIdentifier("BYTES_CONV", "DURATION_CONV", "DURATION_SECONDS_CONV"));
        reader.Take();
        reader.ExpectSymbol("(");
        var label = reader.ExpectIdentifier();
        reader.ExpectSymbol(")");
        return (conversion, label);
    }
}
