using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Functions;

/// <summary>The largest or smallest samples of a group; NaN is worse than any number.</summary>
/// <remarks>
/// Prometheus 2.42 behaviour: which of equal samples stay depends on its heap, so this is the same heap: a binary one with the worst sample at
/// the root, which goes when a strictly better sample comes.
/// </remarks>
internal sealed class RankedSamples(int count, bool largest)
{
    private readonly List<Sample> _heap = [];

    public void Add(Sample sample)
    {
        if (_heap.Count == count)
        {
            if (!IsWorse(_heap[0].Value, sample.Value)) return;
            RemoveWorst();
        }

        _heap.Add(sample);
        SiftUp(_heap.Count - 1);
    }

    public IEnumerable<Sample> BestFirst()
    {
        var sorted = new List<Sample>(_heap);
        sorted.Sort((a, b) => IsWorse(a.Value, b.Value) ? IsWorse(b.Value, a.Value) ? 0 : 1 : IsWorse(b.Value, a.Value) ? -1 : 0);
        return sorted;
    }

    private bool IsWorse(double value, double other) => double.IsNaN(value) || (largest ? value < other : value > other);

    private void RemoveWorst()
    {
        _heap[0] = _heap[^1];
        _heap.RemoveAt(_heap.Count - 1);
        SiftDown(0);
    }

    private void SiftUp(int index)
    {
        while (index > 0)
        {
            var parent = (index - 1) / 2;
            if (!IsWorse(_heap[index].Value, _heap[parent].Value)) return;
            (_heap[parent], _heap[index]) = (_heap[index], _heap[parent]);
            index = parent;
        }
    }

    private void SiftDown(int index)
    {
        while ((2 * index) + 1 < _heap.Count)
        {
            var child = (2 * index) + 1;
            if (child + 1 < _heap.Count && IsWorse(_heap[child + 1].Value, _heap[child].Value)) child++;
            if (!IsWorse(_heap[child].Value, _heap[index].Value)) return;
            (_heap[child], _heap[index]) = (_heap[index], _heap[child]);
            index = child;
        }
    }
}
