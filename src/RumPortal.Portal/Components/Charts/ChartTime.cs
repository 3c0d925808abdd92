namespace RumPortal.Portal.Components.Charts;

/// <summary>
/// Positions on a time axis: the wall clock of the viewer's zone in milliseconds as if it were UTC, because the drawing library knows no
/// zones. In the hour that a zone repeats in autumn two instants share a position; the later one is given back.
/// </summary>
public static class ChartTime
{
    public static double Position(DateTimeOffset instant, TimeZoneInfo zone) =>
        (TimeZoneInfo.ConvertTime(instant, zone).DateTime - DateTime.UnixEpoch).TotalMilliseconds;

    /// <summary>The instant of a position, UTC. A position in the hour that spring leaves out counts from the hour's start.</summary>
    public static DateTimeOffset Instant(double position, TimeZoneInfo zone)
    {
        var wall = DateTime.UnixEpoch.AddMilliseconds(position);
        return new DateTimeOffset(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified), zone.GetUtcOffset(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified))).ToUniversalTime();
    }
}
