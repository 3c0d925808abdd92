using System.Collections;
using System.Collections.Immutable;
using System.Globalization;

namespace RumPortal.Domain.Traces;

/// <summary>
/// The attributes of one thing in the order of the sender. A key should occur once; when it repeats, its first value counts in look-ups
/// and all are listed.
/// </summary>
public sealed class SpanAttributes(ImmutableArray<SpanAttribute> attributes) : IReadOnlyList<SpanAttribute>
{
    public static SpanAttributes Empty { get; } = new([]);

    public int Count => attributes.Length;

    public SpanAttribute this[int index] => attributes[index];

    /// <summary>The value of a key; null when it is not there.</summary>
    public AttributeValue? this[string key]
    {
        get
        {
            foreach (var attribute in attributes)
                if (string.Equals(attribute.Key, key, StringComparison.Ordinal)) return attribute.Value;
            return null;
        }
    }

    /// <summary>The value of the first key that is there, as text; null when none is, or it is without a value.</summary>
    public string? Text(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (this[key] is { } value and not AttributeValue.None) return value.ToString();
        return null;
    }

    /// <summary>The whole number under the first key that is there, also when a sender wrote it as text or as a real number; null for none.</summary>
    public long? Number(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            switch (this[key])
            {
                case null or AttributeValue.None: continue;
                case AttributeValue.Whole whole: return whole.Value;
                case AttributeValue.Real { Value: >= long.MinValue and < long.MaxValue } real when double.IsInteger(real.Value): return (long)real.Value;
                case AttributeValue.Text text when long.TryParse(
                    text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                    return number;
                default: return null;
            }
        }
        return null;
    }

    public IEnumerator<SpanAttribute> GetEnumerator() => ((IEnumerable<SpanAttribute>)attributes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
