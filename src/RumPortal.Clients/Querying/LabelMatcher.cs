namespace RumPortal.Clients.Querying;

/// <summary>
/// One condition on a label: of a stream or series in a selector, or of what a parser found in a filter. A label that is not there counts
/// as empty.
/// </summary>
public sealed record LabelMatcher
{
    private LabelMatcher(LabelName name, string @operator, string value) => (Name, Operator, Value) = (name, @operator, value);

    public LabelName Name { get; }

    /// <summary><c>=</c>, <c>!=</c>, <c>=~</c> or <c>!~</c>.</summary>
    public string Operator { get; }

    /// <summary>The text, or for <c>=~</c> and <c>!~</c> the expression; not yet a string of a query language.</summary>
    public string Value { get; }

    /// <summary>Whether a stream without the label fails the condition. Loki refuses selectors in which no matcher does.</summary>
    internal bool RefusesEmpty => Operator switch
    {
        "=" => Value.Length > 0,
        "=~" => Value.Length > 0,
        _ => false,
    };

    public static LabelMatcher Is(LabelName name, string value) => new(name, "=", value);

    public static LabelMatcher IsNot(LabelName name, string value) => new(name, "!=", value);

    /// <summary>The label is not there, or is empty.</summary>
    public static LabelMatcher IsAbsent(LabelName name) => new(name, "=", "");

    /// <summary>The label is there and not empty.</summary>
    public static LabelMatcher Exists(LabelName name) => new(name, "=~", ".+");

    /// <summary>The label's whole value is one of these; one value alone is compared without an expression.</summary>
    /// <exception cref="ArgumentException">No value is given.</exception>
    public static LabelMatcher IsAnyOf(LabelName name, IReadOnlyCollection<string> values) =>
        values.Count == 1 ? Is(name, values.First()) : new(name, "=~", AnyOf(values));

    /// <exception cref="ArgumentException">No value is given.</exception>
    public static LabelMatcher IsNoneOf(LabelName name, IReadOnlyCollection<string> values) =>
        values.Count == 1 ? IsNot(name, values.First()) : new(name, "!~", AnyOf(values));

    /// <summary>The label's value holds this text in any letter case.</summary>
    public static LabelMatcher Contains(LabelName name, string text) => Matches(name, Re2.Around(text));

    /// <summary>The label's whole value matches this expression.</summary>
    public static LabelMatcher Matches(LabelName name, Re2 expression) => new(name, "=~", expression.Pattern);

    // An empty text among the values would let streams without the label pass.
    private static string AnyOf(IReadOnlyCollection<string> values) => Re2.AnyOf(values.Where(value => value.Length > 0)).Pattern;
}
