namespace RumPortal.Sandbox.Prometheus.PromQl.Functions;

/// <summary>A sum that carries what rounding loses; Prometheus adds up windows in this way.</summary>
internal struct KahanSum
{
    private double _sum;
    private double _lost;

    public readonly double Total => double.IsInfinity(_sum) ? _sum : _sum + _lost;

    /// <summary>Whether the sum has left the finite numbers upwards or downwards.</summary>
    public readonly bool IsInfinite => double.IsInfinity(_sum);

    public void Add(double value)
    {
        var sum = _sum + value;
        _lost += Math.Abs(_sum) >= Math.Abs(value) ? _sum - sum + value : value - sum + _sum;
        _sum = sum;
    }
}
