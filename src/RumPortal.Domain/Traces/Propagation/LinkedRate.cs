namespace RumPortal.Domain.Traces.Propagation;

/// <summary>How many requests there were and how many of them reached a backend's span.</summary>
public readonly record struct LinkedRate(int Requests, int Linked)
{
    /// <summary>Fewer requests say nothing about a route.</summary>
    public const int Enough = 30;

    /// <summary>The shares from which a route counts as healthy, and as degraded rather than broken.</summary>
    public const double Healthy = 0.95, Degraded = 0.8;

    // The two-sided 95 % interval.
    private const double Deviations = 1.96;

    public static LinkedRate operator +(LinkedRate one, LinkedRate other) => Add(one, other);

    public static LinkedRate Add(LinkedRate one, LinkedRate other) => new(one.Requests + other.Requests, one.Linked + other.Linked);

    public int Unlinked => Requests - Linked;

    /// <summary>0 to 1; null without requests.</summary>
    public double? Share => Requests == 0 ? null : (double)Linked / Requests;

    /// <summary>
    /// Too few, healthy, degraded or broken. A route below <see cref="Healthy"/> is called so only when chance is no explanation: the upper end of
    /// the 95 % interval of its share (Wilson) has to be below it as well.
    /// </summary>
    public RouteState State =>
        Requests < Enough ? RouteState.TooFew
        : Upper >= Healthy ? RouteState.Healthy
        : Share >= Degraded ? RouteState.Degraded
        : RouteState.Broken;

    /// <summary>The upper end of the Wilson interval of the share.</summary>
    public double Upper
    {
        get
        {
            if (Requests == 0) return 1;
            var (n, share) = ((double)Requests, (double)Linked / Requests);
            var square = Deviations * Deviations;
            var spread = Deviations * Math.Sqrt((share * (1 - share) / n) + (square / (4 * n * n)));
            return (share + (square / (2 * n)) + spread) / (1 + (square / n));
        }
    }
}
