namespace RumPortal.Domain.Vitals.Comparison;

/// <summary>
/// A share with the range in which the true one lies 19 times of 20, given how many were counted (Wilson's score interval: it stays
/// within 0 and 1 and is honest for small counts and for shares near the ends).
/// </summary>
public readonly record struct ShareInterval(double Share, double Lower, double Upper)
{
    /// <summary>Null when nothing was counted.</summary>
    public static ShareInterval? Of(double part, double count) => Of(part, count, Confidence.Shown);

    internal static ShareInterval? Of(double part, double count, double z)
    {
        if (!(count > 0)) return null;
        var share = Math.Clamp(part / count, 0, 1);
        var weight = z * z / count;
        var center = (share + weight / 2) / (1 + weight);
        var half = z / (1 + weight) * Math.Sqrt(share * (1 - share) / count + weight / (4 * count));
        return new(share, Math.Max(0, center - half), Math.Min(1, center + half));
    }
}
