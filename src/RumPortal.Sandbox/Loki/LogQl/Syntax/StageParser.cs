using RumPortal.Sandbox.Loki.LogQl.Pipeline;
using RumPortal.Sandbox.Re2;

namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>The steps behind a selector, up to a range, an unwrap or anything that is no step.</summary>
internal sealed class StageParser(TokenReader reader)
{
    private readonly LabelFilterParser _filters = new(reader);

    public List<StageExpression> ParseAll()
    {
        var stages = new List<StageExpression>();
        while (TryParse() is { } stage) stages.Add(stage);
        return stages;
    }

    private StageExpression? TryParse()
    {
        if (TryLineFilterKind() is { } kind) return ParseLineFilter(kind);
        if (!reader.AtSymbol("|") || reader.Ahead.IsKeyword("unwrap")) return null;
        reader.Take();
        var token = reader.Current;
        if (token.Kind == TokenKind.Identifier || token.IsSymbol("(")) return new LabelFilterStageExpression(_filters.Parse());
        if (token.Kind != TokenKind.Keyword) throw reader.Unexpected();
        return token.Text switch
        {
            "logfmt" => ParseLogfmt(),
            "json" => ParseJson(),
            "regexp" => ParseRegexp(),
            "pattern" => ParsePattern(),
            "line_format" => ParseLineFormat(),
            "label_format" => ParseLabelFormat(),
            "decolorize" => TakeAnd(new DecolorizeExpression()),
            "drop" => TakeAnd(() => new DropExpression(ParseSelections())),
            "keep" => TakeAnd(() => new KeepExpression(ParseSelections())),
            "unpack" => throw LogQlException.Unsupported("unpack"),
            _ => throw reader.Unexpected(),
        };
    }

    private LineFilterKind? TryLineFilterKind() => reader.Current switch
    {
        { Kind: TokenKind.Symbol, Text: "|=" } => LineFilterKind.Contains,
        { Kind: TokenKind.Symbol, Text: "!=" } when reader.Ahead.Kind is TokenKind.Quoted or TokenKind.Invalid || reader.Ahead.IsFunction("ip") => LineFilterKind.NotContains,
        { Kind: TokenKind.Symbol, Text: "|~" } => LineFilterKind.Regex,
        { Kind: TokenKind.Symbol, Text: "!~" } => LineFilterKind.NotRegex,
        { Kind: TokenKind.Symbol, Text: "|>" or "!>" } => throw LogQlException.Unsupported($"the pattern filter {reader.Current.Text}"),
        _ => null,
    };

    private LineFilterExpression ParseLineFilter(LineFilterKind kind)
    {
        reader.Take();
        var alternatives = new List<string> { reader.ExpectString("ip") };
        while (reader.TryTakeKeyword("or")) alternatives.Add(reader.ExpectString("ip"));
        return new(kind, alternatives);
    }

    private StageExpression ParseLogfmt()
    {
        reader.Take();
        var flags = new List<string>();
        while (reader.Current.Kind == TokenKind.Flag) flags.Add(reader.Take().Text);
        var (strict, keepEmpty) = (flags.Contains("--strict"), flags.Contains("--keep-empty"));
        return reader.Current.Kind == TokenKind.Identifier
            ? new LogfmtListExpression(strict, keepEmpty, ParseExtractions())
            : new LogfmtExpression(strict, keepEmpty);
    }

    private StageExpression ParseJson()
    {
        reader.Take();
        return reader.Current.Kind == TokenKind.Identifier ? new JsonListExpression(ParseExtractions()) : new JsonExpression();
    }

    private List<Extraction> ParseExtractions() => ParseList(() =>
    {
        var label = reader.ExpectIdentifier();
        return new Extraction(label, reader.TryTakeSymbol("=") ? reader.ExpectString() : label);
    });

    private RegexpExpression ParseRegexp()
    {
        reader.Take();
        var pattern = reader.ExpectString();
        try
        {
            return new(RegexpParser.Validate(Re2Regex.Parse(pattern)));
        }
        catch (Exception e) when (e is Re2SyntaxException or FormatException)
        {
            throw new LogQlException($"invalid regexp parser: {e.Message}");
        }
    }

    private PatternExpression ParsePattern()
    {
        reader.Take();
        var pattern = reader.ExpectString();
        try
        {
            LinePattern.Parse(pattern);
            return new(pattern);
        }
        catch (FormatException e)
        {
            throw new LogQlException($"invalid pattern parser: {e.Message}");
        }
    }

    private LineFormatExpression ParseLineFormat()
    {
        reader.Take();
        return new(reader.ExpectString());
    }

    private LabelFormatExpression ParseLabelFormat()
    {
        reader.Take();
        return new(ParseList(() =>
        {
            var label = reader.ExpectIdentifier();
            reader.ExpectSymbol("=");
            var rename = reader.Current.Kind == TokenKind.Identifier;
            return new LabelFormat(label, rename ? reader.Take().Text : reader.ExpectString("IDENTIFIER"), rename);
        }));
    }

    private List<LabelSelection> ParseSelections() => ParseList(() =>
    {
        var name = reader.ExpectIdentifier();
        if (SelectorParser.TryOperator(reader.Current) is not { } kind) return new LabelSelection(name, null);
        reader.Take();
        return new LabelSelection(name, LogQlMatchers.ForStream(name, kind, reader.ExpectString()));
    });

    private List<T> ParseList<T>(Func<T> parse)
    {
        var list = new List<T> { parse() };
        while (reader.TryTakeSymbol(",")) list.Add(parse());
        return list;
    }

    private T TakeAnd<T>(T stage)
    {
        reader.Take();
        return stage;
    }

    private T TakeAnd<T>(Func<T> parse)
    {
        reader.Take();
        return parse();
    }
}
