using System.Collections.Immutable;

namespace RumPortal.Sandbox.Otlp.Spans;

/// <summary>The attributes of one part of a trace, in the order in which they were sent.</summary>
/// <param name="Items">For a key that is there twice the first counts.</param>
/// <param name="Dropped">How many more the sender had and left out.</param>
public readonly record struct AttributeSet(ImmutableArray<SpanAttribute> Items, uint Dropped = 0)
{
    public static readonly AttributeSet Empty = new([]);

    public long Size => Items.Sum(item => item.Size);

    public AttributeValue? Find(string key)
    {
        // By reference: searches look up every span of the store.
        foreach (ref readonly var item in Items.AsSpan())
            if (item.Key == key) return item.Value;
        return null;
    }

    /// <summary>The value when it is a text, else empty.</summary>
    public string Text(string key) => Find(key) is AttributeValue.Text text ? text.Value : "";
}
