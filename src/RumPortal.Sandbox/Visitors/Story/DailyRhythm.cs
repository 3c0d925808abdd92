namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>
/// How busy a moment is: visitors in Europe and East Asia give two humps a day, weekends are quieter, and it is never empty.
/// </summary>
internal static class DailyRhythm
{
    // By UTC hour; the mean is 1.
    private static readonly double[] ByHour =
        [0.55, 0.80, 1.05, 1.15, 1.10, 1.05, 1.15, 1.25, 1.30, 1.30, 1.25, 1.30,
         1.40, 1.45, 1.30, 1.15, 1.05, 1.05, 1.05, 0.95, 0.70, 0.50, 0.45, 0.45];

    private static readonly double Mean = ByHour.Average();

    /// <summary>Factor on the mean rate of a weekday, gliding from hour to hour.</summary>
    public static double At(DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        var hour = ByHour[utc.Hour];
        var next = ByHour[(utc.Hour + 1) % 24];
        var weekend = utc.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.8 : 1;
        return weekend * (hour + ((next - hour) * utc.Minute / 60)) / Mean;
    }
}
