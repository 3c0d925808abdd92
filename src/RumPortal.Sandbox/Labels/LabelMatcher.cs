using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Re2;

namespace RumPortal.Sandbox.Labels;

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

    /// <param name="name">The label.</param>
    /// <param name="kind">How its value is compared.</param>
    /// <param name="value">A text, or an expression in RE2's syntax.</param>
    /// <param name="dotMatchesNewline">Loki's stream selectors differ from all other matchers in this.</param>
    /// <exception cref="Re2SyntaxException">The expression is refused.</exception>
    public static LabelMatcher Create(string name, MatchOperator kind, string value, bool dotMatchesNewline = false) =>
        new(name, kind, value, kind is MatchOperator.Equal or MatchOperator.NotEqual ? null : Re2Regex.ParseAnchored(value, dotMatchesNewline));

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
}
