namespace RumPortal.Domain.Vitals.Comparison;

/// <summary>How sure intervals are, as the number of standard errors to each side.</summary>
internal static class Confidence
{
    /// <summary>95 % for one number by itself: what is shown.</summary>
    public const double Shown = 1.959964;

    /// <summary>98.3 %, so that three numbers judged together give a false alarm in at most one of 20 cases.</summary>
    public const double OfThree = 2.393980;
}
