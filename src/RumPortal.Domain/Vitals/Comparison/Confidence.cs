namespace RumPortal.Domain.Vitals.Comparison;

/// <summary>How sure intervals are, as the number of standard errors to each side.</summary>
internal static class Confidence
{
    /// <summary>95 % for one number by itself: what is shown.</summary>
    public const double Shown = 1.959964;

    /// <summary>97.5 %, so that two numbers judged together still give a false alarm in at most 5 % of cases.</summary>
    public const double OfTwo = 2.241403;
}
