using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus.Store;
using RumPortal.Sandbox.Re2;

namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

/// <summary>Reads <c>name{a="b", c!~"d|e"}</c>; the name or the braces may be missing.</summary>
internal sealed class SelectorParser(TokenReader reader)
{
    private const string Context = "label matching";

    public bool AtSelector => reader.AtSymbol("{") || reader.Current.Kind == TokenKind.Identifier;

    public VectorSelector Parse()
    {
        var start = reader.Current.Position;
        var matchers = new List<LabelMatcher>();
        if (reader.Current.Kind == TokenKind.Identifier)
        {
            var name = reader.Take().Text;
            ReadMatchers(matchers);
            if (matchers.Find(matcher => matcher.Name == MetricNames.Label) is { } second)
                throw reader.Error(start, $"metric name must not be set twice: \"{name}\" or \"{second.Value}\"");
            matchers.Add(LabelMatcher.Create(MetricNames.Label, MatchOperator.Equal, name));
            return new(matchers, TimeShift.None);
        }

        ReadMatchers(matchers);
        if (matchers.All(matcher => matcher.MatchesEmpty)) throw reader.Error(start, "vector selector must contain at least one non-empty matcher");
        return new(matchers, TimeShift.None);
    }

    private void ReadMatchers(List<LabelMatcher> matchers)
    {
        if (!reader.TryTakeSymbol("{")) return;
        while (!reader.TryTakeSymbol("}"))
        {
            matchers.Add(ReadMatcher());
            if (reader.TryTakeSymbol(",")) continue;
            if (!reader.AtSymbol("}")) throw reader.Unexpected(Context, "\",\"", "\"}\"");
        }
    }

    private LabelMatcher ReadMatcher()
    {
        if (reader.Current.Kind != TokenKind.Identifier || !MetricNames.IsLabelName(reader.Current.Text)) throw reader.Unexpected(Context, "identifier", "\"}\"");
        var name = reader.Take().Text;
        MatchOperator kind = reader.Current is not { Kind: TokenKind.Symbol } ? throw reader.Unexpected(Context, "label matching operator") : reader.Current.Text switch
        {
            "=" => MatchOperator.Equal,
            "!=" => MatchOperator.NotEqual,
            "=~" => MatchOperator.Regex,
            "!~" => MatchOperator.NotRegex,
            _ => throw reader.Unexpected(Context, "label matching operator"),
        };
        reader.Take();
        var value = reader.Expect(TokenKind.Quoted, Context);
        try
        {
            return LabelMatcher.Create(name, kind, value.Text);
        }
        catch (Re2SyntaxException e)
        {
            throw reader.Error(value.Position, e.Message);
        }
    }
}
