using System.Buffers;
using System.Text;

namespace RumPortal.Clients.Tempo.TraceQl;

/// <summary>
/// What TraceQL can compare, select and group by: an attribute of a scope, or an intrinsic. Names of attributes are quoted unless they are
/// of letters, digits, dots, dashes and underscores.
/// </summary>
public readonly record struct TraceField
{
    private const int LongestName = 1024;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    private readonly string? _text;

    private TraceField(string text) => _text = text;

    public static TraceField Name { get; } = new("name");

    public static TraceField Kind { get; } = new("kind");

    public static TraceField Status { get; } = new("status");

    public static TraceField StatusMessage { get; } = new("statusMessage");

    /// <summary>Of the span.</summary>
    public static TraceField Duration { get; } = new("duration");

    /// <summary>Of the whole trace, as are the next three: the cheapest filters.</summary>
    public static TraceField TraceDuration { get; } = new("traceDuration");

    public static TraceField RootService { get; } = new("rootServiceName");

    public static TraceField RootName { get; } = new("rootName");

    public static TraceField TraceId { get; } = new("trace:id");

    public static TraceField SpanId { get; } = new("span:id");

    public static TraceField ParentId { get; } = new("span:parentID");

    /// <summary>Of vParquet5 blocks only (Tempo 2.10 and later).</summary>
    public static TraceField ChildCount { get; } = new("span:childCount");

    /// <summary>Below zero for roots.</summary>
    public static TraceField NestedSetParent { get; } = new("nestedSetParent");

    public static TraceField EventName { get; } = new("event:name");

    public static TraceField LinkTraceId { get; } = new("link:traceID");

    /// <exception cref="ArgumentException">The name cannot stand in a query.</exception>
    public static TraceField Span(string name) => new("span." + Encode(name));

    /// <exception cref="ArgumentException">The name cannot stand in a query.</exception>
    public static TraceField Resource(string name) => new("resource." + Encode(name));

    /// <exception cref="ArgumentException">The name cannot stand in a query.</exception>
    public static TraceField Event(string name) => new("event." + Encode(name));

    /// <exception cref="ArgumentException">The name cannot stand in a query.</exception>
    public static TraceField Link(string name) => new("link." + Encode(name));

    /// <exception cref="ArgumentException">The name cannot stand in a query.</exception>
    public static TraceField Instrumentation(string name) => new("instrumentation." + Encode(name));

    /// <summary>An attribute of the span or of its resource, whichever has it.</summary>
    /// <exception cref="ArgumentException">The name cannot stand in a query.</exception>
    public static TraceField Any(string name) => new("." + Encode(name));

    /// <summary>Whether an attribute of this name can stand in a query: 1 to 1,024 characters, none of them a control character or half of one.</summary>
    public static bool IsName(string? name) =>
        name is { Length: > 0 and <= LongestName } && !name.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || Rune.IsControl(rune));

    public SpanCondition Is(TraceValue value) => new SpanCondition.Compares(this, FieldComparison.Equal, value);

    public SpanCondition IsNot(TraceValue value) => new SpanCondition.Compares(this, FieldComparison.NotEqual, value);

    /// <summary>The value is one of these.</summary>
    /// <exception cref="ArgumentException">No value is given.</exception>
    public SpanCondition IsAnyOf(params IReadOnlyCollection<TraceValue> values)
    {
        if (values.Count == 0) throw new ArgumentException("At least one value is needed.", nameof(values));
        return values.Select(Is).Aggregate((left, right) => left.Or(right));
    }

    public SpanCondition Exists() => IsNot(TraceValue.Nil);

    /// <summary>The text holds this one, in any letter case.</summary>
    public SpanCondition Contains(string text) => new SpanCondition.Matches(this, Querying.Re2.Around(text));

    public SpanCondition IsAbove(TraceValue value) => new SpanCondition.Compares(this, FieldComparison.Greater, value);

    public SpanCondition IsAtLeast(TraceValue value) => new SpanCondition.Compares(this, FieldComparison.GreaterOrEqual, value);

    public SpanCondition IsBelow(TraceValue value) => new SpanCondition.Compares(this, FieldComparison.Less, value);

    public SpanCondition IsAtMost(TraceValue value) => new SpanCondition.Compares(this, FieldComparison.LessOrEqual, value);

    /// <summary>As it stands in a query.</summary>
    public override string ToString() => _text ?? throw new InvalidOperationException("A field was never given.");

    // In a quoted name only the quote and the backslash are escaped.
    private static string Encode(string name)
    {
        if (!IsName(name)) throw new ArgumentException("This cannot be the name of an attribute in a query.", nameof(name));
        var isPlain = char.IsAsciiLetter(name[0]) && name[^1] != '.' && !name.AsSpan().ContainsAnyExcept(Plain);
        return isPlain
            ? name
            : $"\"{name.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }
}
