using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>Stream selectors: <c>{app="shop", kind=~"log|event"}</c>.</summary>
internal sealed class SelectorParser(TokenReader reader)
{
    private readonly StageParser _stages = new(reader);

    public LogSelector ParseWithStages()
    {
        var matchers = Parse();
        return new(matchers, _stages.ParseAll());
    }

    public List<LabelMatcher> Parse()
    {
        reader.ExpectSymbol("{", "(");
        var matchers = new List<LabelMatcher>();
        if (reader.TryTakeSymbol("}")) return matchers;
        matchers.Add(ParseMatcher(reader.ExpectIdentifier("}")));
        while (!reader.TryTakeSymbol("}"))
        {
            if (!reader.TryTakeSymbol(",")) throw reader.Unexpected("}", ",");
            matchers.Add(ParseMatcher(reader.ExpectIdentifier()));
        }

        return matchers;
    }

    private LabelMatcher ParseMatcher(string name)
    {
        var kind = TryOperator(reader.Current) ?? throw reader.Unexpected("=", "=~", "!~", "!=");
        reader.Take();
        return LogQlMatchers.ForStream(name, kind, reader.ExpectString());
    }

    public static MatchOperator? TryOperator(Token token) => token switch
    {
        { Kind: TokenKind.Symbol, Text: "=" } => MatchOperator.Equal,
        { Kind: TokenKind.Symbol, Text: "!=" } => MatchOperator.NotEqual,
        { Kind: TokenKind.Symbol, Text: "=~" } => MatchOperator.Regex,
        { Kind: TokenKind.Symbol, Text: "!~" } => MatchOperator.NotRegex,
        _ => null,
    };
}
