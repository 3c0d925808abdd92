using System.Collections.Immutable;
using System.Globalization;

namespace RumPortal.Domain.Traces;

/// <summary>The value of an attribute, in OTLP's types.</summary>
public abstract record AttributeValue
{
    private AttributeValue()
    {
    }

    /// <summary>As people read it: numbers invariant, bytes as base64, lists in brackets, pairs in braces, no value as <c>null</c>.</summary>
    public sealed override string ToString() => this switch
    {
        Text text => text.Value,
        Boolean boolean => boolean.Value ? "true" : "false",
        Whole whole => whole.Value.ToString(CultureInfo.InvariantCulture),
        Real real => real.Value.ToString("R", CultureInfo.InvariantCulture),
        Bytes bytes => Convert.ToBase64String(bytes.Value.AsSpan()),
        List list => $"[{string.Join(", ", list.Values)}]",
        Pairs pairs => $"{{{string.Join(", ", pairs.Values.Select(pair => $"{pair.Key}: {pair.Value}"))}}}",
        _ => "null",
    };

    public sealed record Text(string Value) : AttributeValue;

    public sealed record Boolean(bool Value) : AttributeValue;

    public sealed record Whole(long Value) : AttributeValue;

    /// <summary>May be not a number or infinite: senders may write so.</summary>
    public sealed record Real(double Value) : AttributeValue;

    public sealed record Bytes(ImmutableArray<byte> Value) : AttributeValue;

    public sealed record List(ImmutableArray<AttributeValue> Values) : AttributeValue;

    public sealed record Pairs(ImmutableArray<SpanAttribute> Values) : AttributeValue;

    /// <summary>The key is there without a value.</summary>
    public sealed record None : AttributeValue
    {
        public static None Value { get; } = new();
    }
}
