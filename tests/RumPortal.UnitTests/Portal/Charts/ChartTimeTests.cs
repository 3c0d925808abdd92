using RumPortal.Portal.Components.Charts;

namespace RumPortal.UnitTests.Portal.Charts;

public sealed class ChartTimeTests
{
    [Theory]
    [InlineData("UTC", "2026-11-20T09:00:00Z", "2026-11-20T09:00:00Z")]
    [InlineData("Asia/Taipei", "2026-11-20T09:00:00Z", "2026-11-20T17:00:00Z")]
    [InlineData("Asia/Kolkata", "2026-11-20T20:00:00Z", "2026-11-21T01:30:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29T00:59:59Z", "2026-03-29T01:59:59Z")]
    [InlineData("Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-29T03:00:00Z")]
    [InlineData("America/New_York", "2026-07-01T00:00:00Z", "2026-06-30T20:00:00Z")]
    public void Position_OfAnInstant_IsTheWallClockAndLeadsBack(string zone, string instant, string wall)
    {
        var found = TimeZoneInfo.FindSystemTimeZoneById(zone);

        var position = ChartTime.Position(At(instant), found);

        Assert.Equal((At(wall) - DateTimeOffset.UnixEpoch).TotalMilliseconds, position);
        Assert.Equal(At(instant), ChartTime.Instant(position, found));
    }

    [Fact]
    public void Instant_InTheHourThatAutumnRepeats_IsTheLaterOne()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var (first, second) = (At("2026-10-25T00:30:00Z"), At("2026-10-25T01:30:00Z"));

        Assert.Equal(ChartTime.Position(first, berlin), ChartTime.Position(second, berlin));
        Assert.Equal(second, ChartTime.Instant(ChartTime.Position(first, berlin), berlin));
    }

    [Fact]
    public void Instant_InTheHourThatSpringLeavesOut_CountsFromItsStart()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        var instant = ChartTime.Instant((At("2026-03-29T02:30:00Z") - DateTimeOffset.UnixEpoch).TotalMilliseconds, berlin);

        Assert.Equal((At("2026-03-29T01:30:00Z"), TimeSpan.Zero), (instant, instant.Offset));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
