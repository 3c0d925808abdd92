using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace RumPortal.Domain.Querying;

/// <summary>
/// An immutable set of label names and values, sorted by name: the labels of a stream, of a series, or the metadata beside a line.
/// Two sets with the same content are equal. A name occurs once; when the input repeats one, its first value counts.
/// </summary>
public sealed class LabelSet : IReadOnlyList<KeyValuePair<string, string>>, IEquatable<LabelSet>
{
    private readonly Label[] _labels;
    private readonly int _hash;

    private LabelSet(Label[] labels)
    {
        _labels = labels;
        var hash = new HashCode();
        foreach (var label in labels)
        {
            hash.Add(label.Name, StringComparer.Ordinal);
            hash.Add(label.Value, StringComparer.Ordinal);
        }
        _hash = hash.ToHashCode();
    }

    public static LabelSet Empty { get; } = new([]);

    public int Count => _labels.Length;

    public KeyValuePair<string, string> this[int index] => new(_labels[index].Name, _labels[index].Value);

    /// <summary>The value of a label, or null when the set does not have it.</summary>
    public string? this[string name] => TryGetValue(name, out var value) ? value : null;

    public static LabelSet From(IEnumerable<KeyValuePair<string, string>> labels)
    {
        var sorted = labels
            .DistinctBy(label => label.Key, StringComparer.Ordinal)
            .OrderBy(label => label.Key, StringComparer.Ordinal)
            .Select(label => new Label(label.Key, label.Value))
            .ToArray();
        return sorted.Length == 0 ? Empty : new LabelSet(sorted);
    }

    public bool TryGetValue(string name, [NotNullWhen(true)] out string? value)
    {
        foreach (var label in _labels)
        {
            if (!string.Equals(label.Name, name, StringComparison.Ordinal)) continue;
            value = label.Value;
            return true;
        }
        value = null;
        return false;
    }

    public bool Equals(LabelSet? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && _labels.AsSpan().SequenceEqual(other._labels));

    public override bool Equals(object? obj) => Equals(obj as LabelSet);

    public override int GetHashCode() => _hash;

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        foreach (var label in _labels) yield return new(label.Name, label.Value);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The set as people read it, for example <c>{app_name="shop-web", kind="event"}</c>. Not an encoder for queries.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("{");
        foreach (var label in _labels)
        {
            if (text.Length > 1) text.Append(", ");
            text.Append(label.Name).Append("=\"").Append(label.Value).Append('"');
        }
        return text.Append('}').ToString();
    }

    /// <summary>The UTF-8 bytes of the value at <paramref name="index"/>, encoded on the first call and then kept.</summary>
    internal byte[] ValueBytes(int index) => _labels[index].ValueBytes ??= Encoding.UTF8.GetBytes(_labels[index].Value);

    private struct Label(string name, string value) : IEquatable<Label>
    {
        public readonly string Name = name;
        public readonly string Value = value;
        public byte[]? ValueBytes;

        public readonly bool Equals(Label other) =>
            string.Equals(Name, other.Name, StringComparison.Ordinal) && string.Equals(Value, other.Value, StringComparison.Ordinal);

        public override readonly bool Equals(object? obj) => obj is Label other && Equals(other);

        public override readonly int GetHashCode() => HashCode.Combine(Name, Value);
    }
}
