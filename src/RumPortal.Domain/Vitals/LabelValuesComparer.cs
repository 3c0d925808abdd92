namespace RumPortal.Domain.Vitals;

/// <summary>Compares lists of label values; a span finds its array without an allocation for every row.</summary>
internal sealed class LabelValuesComparer : IEqualityComparer<string[]>, IAlternateEqualityComparer<ReadOnlySpan<string>, string[]>
{
    public bool Equals(string[]? left, string[]? right) => left.AsSpan().SequenceEqual(right);

    public int GetHashCode(string[] values) => GetHashCode(values.AsSpan());

    public bool Equals(ReadOnlySpan<string> alternate, string[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<string> alternate)
    {
        var hash = 17;
        foreach (var value in alternate) hash = HashCode.Combine(hash, string.GetHashCode(value, StringComparison.Ordinal));
        return hash;
    }

    public string[] Create(ReadOnlySpan<string> alternate) => alternate.ToArray();
}
