using RumPortal.Domain.Faro;

namespace RumPortal.Domain.Sessions;

/// <summary>Two records are the same item when their lines are equal byte for byte: the line holds the browser's own time to the millisecond.</summary>
internal sealed class LineComparer : IEqualityComparer<FaroRecord>
{
    public static readonly LineComparer Instance = new();

    public bool Equals(FaroRecord one, FaroRecord other) => one.Line.Span.SequenceEqual(other.Line.Span);

    public int GetHashCode(FaroRecord record)
    {
        // The front holds time, kind and name; length and tail tell most of the rest apart without reading a snapshot of a megabyte.
        var line = record.Line.Span;
        var hash = new HashCode();
        hash.AddBytes(line[..Math.Min(line.Length, 256)]);
        hash.Add(line.Length);
        return hash.ToHashCode();
    }
}
