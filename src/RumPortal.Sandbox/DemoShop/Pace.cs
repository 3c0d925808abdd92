namespace RumPortal.Sandbox.DemoShop;

/// <summary>Waits and mishaps of a small busy shop, the same sequence for the same seed.</summary>
public sealed class Pace(int seed, TimeProvider clock)
{
    private const double Spread = 0.35;
    private const double SlowestFactor = 4;

    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);

    /// <summary>Waits about the typical time: log-normally spread like real latencies, at most four times as long.</summary>
    public Task PauseAsync(TimeSpan typical, CancellationToken cancellationToken)
    {
        var factor = Math.Min(Math.Exp(Spread * NextGaussian()), SlowestFactor);
        return Task.Delay(typical * factor, clock, cancellationToken);
    }

    /// <summary>True in the given share of calls.</summary>
    public bool Happens(double share)
    {
        lock (_lock) return _random.NextDouble() < share;
    }

    private double NextGaussian()
    {
        lock (_lock)
        {
            var radius = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble()));
            return radius * Math.Cos(2 * Math.PI * _random.NextDouble());
        }
    }
}
