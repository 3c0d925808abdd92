using RumPortal.Sandbox.Loki.LogQl.Literals;
using RumPortal.Sandbox.Loki.LogQl.Re2;

namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>A comparison of a label's value with a text: <c>app_name="shop"</c>, <c>kind!~"log|event"</c>. Expressions match the whole value.</summary>
public sealed class LabelMatcher
{
    private static readonly string[] Symbols = ["=", "!=", "=~", "!~"];

    private readonly Re2Regex? _regex;

    private LabelMatcher(string name, MatchOperator kind, string value, Re2Regex? regex) => (Name, Operator, Value, _regex) = (name, kind, value, regex);

    public string Name { get; }

    public MatchOperator Operator { get; }

    public string Value { get; }

    /// <summary>Whether a stream without the label would match: such a matcher alone selects everything.</summary>
    public bool MatchesEmpty => Matches("");

    /// <summary>A matcher between the braces of a selector, where a dot in an expression matches newlines as well.</summary>
    /// <exception cref="LogQlException">The expression is refused.</exception>
    public static LabelMatcher ForStream(string name, MatchOperator kind, string value) => Create(name, kind, value, dotMatchesNewline: true);

    /// <summary>A matcher behind a pipe.</summary>
    /// <exception cref="LogQlException">The expression is refused.</exception>
    public static LabelMatcher ForFilter(string name, MatchOperator kind, string value) => Create(name, kind, value, dotMatchesNewline: false);

    public bool Matches(string text) => Operator switch
    {
        MatchOperator.Equal => text == Value,
        MatchOperator.NotEqual => text != Value,
        MatchOperator.Regex => RegexMatches(text),
        _ => !RegexMatches(text),
    };

    public override string ToString() => Name + Symbols[(int)Operator] + GoQuote.Quote(Value);

    private bool RegexMatches(string text)
    {
        if (_regex is null) return false;
        return _regex.IsOnly(atLeast: 0) || (_regex.IsOnly(atLeast: 1) ? text.Length > 0 : _regex.IsMatch(text));
    }

    private static LabelMatcher Create(string name, MatchOperator kind, string value, bool dotMatchesNewline)
    {
        if (kind is MatchOperator.Equal or MatchOperator.NotEqual) return new(name, kind, value, null);
        try
        {
            return new(name, kind, value, Re2Regex.ParseAnchored(value, dotMatchesNewline));
        }
        catch (Re2SyntaxException e)
        {
            throw new LogQlException(e.Message);
        }
    }
}
