using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>The samples of one series in time order, with a window that only moves forward.</summary>
internal sealed class SampleSeries(LabelSet labels)
{
    private long[] _times = new long[16];
    private double[] _values = new double[16];
    private int _count;
    private bool _sorted = true;
    private int _first;
    private int _end;

    public LabelSet Labels { get; } = labels;

    public void Add(long time, double value)
    {
        if (_count == _times.Length)
        {
            Array.Resize(ref _times, _count * 2);
            Array.Resize(ref _values, _count * 2);
        }

        _sorted &= _count == 0 || _times[_count - 1] <= time;
        (_times[_count], _values[_count]) = (time, value);
        _count++;
    }

    /// <summary>The values in (<paramref name="after"/>, <paramref name="until"/>]; both bounds must not go back between calls.</summary>
    public ReadOnlySpan<double> Window(long after, long until)
    {
        if (!_sorted)
        {
            // Several streams can make up one series; each came in order.
            Array.Sort(_times, _values, 0, _count);
            _sorted = true;
        }

        while (_end < _count && _times[_end] <= until) _end++;
        while (_first < _end && _times[_first] <= after) _first++;
        return _values.AsSpan(_first, _end - _first);
    }
}
