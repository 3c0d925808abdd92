using System.Diagnostics;
using System.Text;
using RumPortal.Sandbox.Literals;

namespace RumPortal.Sandbox.Labels;

/// <summary>
/// An immutable set of labels, sorted by name (ordinal). Two sets with the same names and values are equal, and the text form
/// <c>{app="shop", kind="log"}</c> is the order in which Loki lists streams.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class LabelSet : IEquatable<LabelSet>, IComparable<LabelSet>
{
    private readonly Label[] _labels;
    private readonly int _hash;
    private string? _text;

    private LabelSet(Label[] sorted)
    {
        _labels = sorted;
        _hash = HashOf(sorted);
        foreach (var (name, value) in sorted) TextLength += name.Length + value.Length;
    }

    public static LabelSet Empty { get; } = new([]);

    public ReadOnlySpan<Label> Labels => _labels;

    public int Count => _labels.Length;

    /// <summary>Characters of all names and values.</summary>
    public int TextLength { get; }

    /// <summary>Takes labels in any order; of a name that occurs twice the last value counts.</summary>
    public static LabelSet Of(IEnumerable<Label> labels)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var label in labels) sorted[label.Name] = label.Value;
        return sorted.Count == 0 ? Empty : new([.. sorted.Select(pair => new Label(pair.Key, pair.Value))]);
    }

    public static LabelSet Of(params ReadOnlySpan<(string Name, string Value)> labels)
    {
        var list = new List<Label>(labels.Length);
        foreach (var (name, value) in labels) list.Add(new(name, value));
        return Of(list);
    }

    /// <summary>Takes labels whose names are distinct; sorts the list in place.</summary>
    public static LabelSet OfDistinct(List<Label> labels)
    {
        if (labels.Count == 0) return Empty;
        labels.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return new([.. labels]);
    }

    /// <summary>The hash code that a set of these sorted labels has.</summary>
    public static int HashOf(ReadOnlySpan<Label> sorted)
    {
        var hash = new HashCode();
        foreach (var label in sorted)
        {
            hash.Add(label.Name);
            hash.Add(label.Value);
        }

        return hash.ToHashCode();
    }

    public bool TryGet(string name, out string value)
    {
        foreach (var label in _labels)
            if (label.Name == name)
            {
                value = label.Value;
                return true;
            }

        value = "";
        return false;
    }

    /// <summary>The value of a name, empty when the name is absent: the two are the same to a matcher.</summary>
    public string ValueOrEmpty(string name) => TryGet(name, out var value) ? value : "";

    public bool Contains(string name) => TryGet(name, out _);

    /// <summary>Only the named labels; labels with an empty value are left out, as in the result of a vector aggregation.</summary>
    public LabelSet Keep(IReadOnlyCollection<string> names) => Where(label => names.Contains(label.Name));

    /// <summary>All but the named labels; labels with an empty value are left out.</summary>
    public LabelSet Without(IReadOnlyCollection<string> names) => Where(label => !names.Contains(label.Name));

    /// <summary>The set with one label set, or removed when the value is empty.</summary>
    public LabelSet With(string name, string value)
    {
        var others = _labels.Where(label => label.Name != name && label.Value.Length > 0).ToList();
        if (value.Length > 0) others.Add(new(name, value));
        return OfDistinct(others);
    }

    public bool Equals(LabelSet? other) =>
        other is not null && (ReferenceEquals(this, other) || (_hash == other._hash && _labels.AsSpan().SequenceEqual(other._labels)));

    public override bool Equals(object? obj) => Equals(obj as LabelSet);

    public override int GetHashCode() => _hash;

    /// <summary>Label by label, name before value: the order of series in a vector or matrix.</summary>
    public int CompareTo(LabelSet? other)
    {
        if (other is null) return 1;
        for (var i = 0; i < Math.Min(_labels.Length, other._labels.Length); i++)
        {
            var order = string.CompareOrdinal(_labels[i].Name, other._labels[i].Name);
            if (order == 0) order = string.CompareOrdinal(_labels[i].Value, other._labels[i].Value);
            if (order != 0) return order;
        }

        return _labels.Length.CompareTo(other._labels.Length);
    }

    public override string ToString() => _text ??= Render();

    public static bool operator ==(LabelSet? left, LabelSet? right) => Equals(left, right);

    public static bool operator !=(LabelSet? left, LabelSet? right) => !Equals(left, right);

    public static bool operator <(LabelSet left, LabelSet right) => left.CompareTo(right) < 0;

    public static bool operator <=(LabelSet left, LabelSet right) => left.CompareTo(right) <= 0;

    public static bool operator >(LabelSet left, LabelSet right) => left.CompareTo(right) > 0;

    public static bool operator >=(LabelSet left, LabelSet right) => left.CompareTo(right) >= 0;

    private LabelSet Where(Func<Label, bool> predicate)
    {
        var kept = _labels.Where(label => label.Value.Length > 0 && predicate(label)).ToArray();
        return kept.Length == _labels.Length ? this : kept.Length == 0 ? Empty : new(kept);
    }

    private string Render()
    {
        var text = new StringBuilder("{");
        foreach (var label in _labels)
        {
            if (text.Length > 1) text.Append(", ");
            text.Append(label.Name).Append('=').Append(GoQuote.Quote(label.Value));
        }

        return text.Append('}').ToString();
    }
}
