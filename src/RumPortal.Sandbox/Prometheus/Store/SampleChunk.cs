namespace RumPortal.Sandbox.Prometheus.Store;

/// <summary>Up to <see cref="Capacity"/> samples in the order of their times, each time once. Grows as it fills, since many series stay short.</summary>
internal sealed class SampleChunk
{
    public const int Capacity = 120;

    private const int InitialCapacity = 4;

    private long[] _times = new long[InitialCapacity];
    private double[] _values = new double[InitialCapacity];

    public int Count { get; private set; }

    public bool IsFull => Count == Capacity;

    public long First => _times[0];

    public long Last => _times[Count - 1];

    public ReadOnlySpan<long> Times => _times.AsSpan(0, Count);

    public ReadOnlySpan<double> Values => _values.AsSpan(0, Count);

    /// <summary>Overwrites the sample of this time, if there is one.</summary>
    public bool TryReplace(long time, double value)
    {
        var index = Times.BinarySearch(time);
        if (index < 0) return false;
        _values[index] = value;
        return true;
    }

    /// <summary>Puts a sample of a new time in its place; the chunk must not be full.</summary>
    public void Insert(long time, double value)
    {
        var index = ~Times.BinarySearch(time);
        if (Count == _times.Length)
        {
            var capacity = Math.Min(Count * 2, Capacity);
            Array.Resize(ref _times, capacity);
            Array.Resize(ref _values, capacity);
        }

        Array.Copy(_times, index, _times, index + 1, Count - index);
        Array.Copy(_values, index, _values, index + 1, Count - index);
        (_times[index], _values[index]) = (time, value);
        Count++;
    }

    /// <summary>Keeps the first half and returns the other.</summary>
    public SampleChunk SplitHalf()
    {
        var other = new SampleChunk();
        var half = Count / 2;
        for (var i = half; i < Count; i++) other.Insert(_times[i], _values[i]);
        Count = half;
        return other;
    }
}
