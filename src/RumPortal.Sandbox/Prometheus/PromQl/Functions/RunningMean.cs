namespace RumPortal.Sandbox.Prometheus.PromQl.Functions;

/// <summary>A mean that does not overflow on the way. An infinite mean stays what it is until the opposite infinity or NaN comes.</summary>
internal struct RunningMean
{
    private KahanSum _mean;
    private long _count;

    public readonly double Value => _mean.Total;

    public void Add(double value)
    {
        _count++;
        if (_mean.IsInfinite && (double.IsFinite(value) || value == _mean.Total)) return;
        _mean.Add((value / _count) - (_mean.Total / _count));
    }
}
