using System.Collections.Immutable;
using System.Globalization;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.Sandbox.Tempo.TraceQl;

/// <summary>A value of one of TraceQL's types. Durations are nanoseconds; statuses and kinds have the numbers of OTLP.</summary>
public readonly struct Value : IEquatable<Value>
{
    private readonly long _whole;
    private readonly double _number;
    private readonly object? _reference;

    private Value(ValueKind kind, long whole = 0, double number = 0, object? reference = null) => (Kind, _whole, _number, _reference) = (kind, whole, number, reference);

    public static Value Nil => default;

    public ValueKind Kind { get; }

    public bool IsNil => Kind == ValueKind.Nil;

    /// <summary>True only for a boolean that is true.</summary>
    public bool IsTrue => Kind == ValueKind.Boolean && _whole != 0;

    public bool IsNumeric => Kind is ValueKind.WholeNumber or ValueKind.Number or ValueKind.Duration;

    /// <summary>The text of a text value.</summary>
    public string Text => _reference as string ?? "";

    /// <summary>Of whole numbers, durations, statuses and kinds.</summary>
    public long Whole => _whole;

    /// <summary>Of anything numeric.</summary>
    public double Number => Kind == ValueKind.Number ? _number : _whole;

    public ImmutableArray<Value> Items => _reference is ImmutableArray<Value> items ? items : [];

    public static Value Of(string text) => new(ValueKind.Text, reference: text);

    public static Value Of(long number) => new(ValueKind.WholeNumber, number);

    public static Value Of(double number) => new(ValueKind.Number, number: number);

    public static Value Of(bool value) => new(ValueKind.Boolean, value ? 1 : 0);

    public static Value Of(SpanStatus status) => new(ValueKind.Status, (long)status);

    public static Value Of(SpanKind kind) => new(ValueKind.SpanKind, (long)kind);

    public static Value OfDuration(long nanoseconds) => new(ValueKind.Duration, nanoseconds);

    public static Value OfList(ImmutableArray<Value> items) => new(ValueKind.List, reference: items);

    public static Value AnyOf(ImmutableArray<Value> items) => items.Length == 0 ? Nil : new(ValueKind.AnyOf, reference: items);

    /// <summary>Tempo 3.0 behaviour: bytes and maps cannot be queried.</summary>
    public static Value Of(AttributeValue? value) => value switch
    {
        AttributeValue.Text text => Of(text.Value),
        AttributeValue.WholeNumber number => Of(number.Value),
        AttributeValue.Number number => Of(number.Value),
        AttributeValue.Boolean boolean => Of(boolean.Value),
        AttributeValue.List list => OfList([.. list.Values.Select(Of)]),
        _ => Nil,
    };

    public static bool operator ==(Value left, Value right) => left.Equals(right);

    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    /// <summary>Numbers of different types are equal when their amounts are; all else needs the same type.</summary>
    public bool Equals(Value other)
    {
        if (IsNumeric && other.IsNumeric) return Kind == ValueKind.Number || other.Kind == ValueKind.Number ? Number.Equals(other.Number) : _whole == other._whole;
        if (Kind != other.Kind) return false;
        return Kind is ValueKind.List or ValueKind.AnyOf ? Items.SequenceEqual(other.Items) : _whole == other._whole && Text == other.Text;
    }

    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    public override int GetHashCode() => Kind switch
    {
        _ when IsNumeric => Number.GetHashCode(),
        ValueKind.Text => Text.GetHashCode(StringComparison.Ordinal),
        ValueKind.List or ValueKind.AnyOf => Items.Length,
        _ => HashCode.Combine(Kind, _whole),
    };

    /// <summary>As Tempo shows it: without quotes, durations in Go's form.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.Nil => "nil",
        ValueKind.Text => Text,
        ValueKind.Boolean => IsTrue ? "true" : "false",
        ValueKind.Number => GoFloat.FormatGeneral(_number),
        ValueKind.Duration => GoDuration.FormatGo(_whole),
        ValueKind.Status => ((SpanStatus)_whole).ToString().ToLowerInvariant(),
        ValueKind.SpanKind => ((SpanKind)_whole).ToString().ToLowerInvariant(),
        ValueKind.List or ValueKind.AnyOf => $"[{string.Join(", ", Items)}]",
        _ => _whole.ToString(CultureInfo.InvariantCulture),
    };
}
