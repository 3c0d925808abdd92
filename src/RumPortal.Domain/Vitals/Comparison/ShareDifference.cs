namespace RumPortal.Domain.Vitals.Comparison;

/// <summary>
/// How much a share rose, with the range in which the true rise lies (Newcombe's interval from two Wilson intervals).
/// </summary>
/// <param name="Rise">After minus before; negative when the share fell.</param>
public readonly record struct ShareDifference(double Rise, double Lower, double Upper)
{
    /// <summary>The range does not hold zero: chance alone seldom does this.</summary>
    public bool IsClear => Lower > 0 || Upper < 0;

    /// <summary>Null when one side counted nothing.</summary>
    public static ShareDifference? Of(VitalShares before, VitalShares after, VitalRating rating) => Of(before, after, rating, Confidence.Shown);

    internal static ShareDifference? Of(VitalShares before, VitalShares after, VitalRating rating, double z)
    {
        if (ShareInterval.Of(before.CountOf(rating), before.Count, z) is not { } old) return null;
        if (ShareInterval.Of(after.CountOf(rating), after.Count, z) is not { } now) return null;
        var rise = now.Share - old.Share;
        var below = double.Hypot(now.Share - now.Lower, old.Upper - old.Share);
        var above = double.Hypot(now.Upper - now.Share, old.Share - old.Lower);
        return new(rise, rise - below, rise + above);
    }
}
