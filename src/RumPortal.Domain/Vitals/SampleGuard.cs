namespace RumPortal.Domain.Vitals;

/// <summary>From how many measurements on a number may be compared and ranked; below it is shown greyed.</summary>
public static class SampleGuard
{
    /// <summary>With 30 samples the p75 lies between the 60th and the 90th percentile of the truth, 19 times of 20.</summary>
    public const int Least = 30;

    public static bool IsEnough(double count) => count >= Least;
}
