using RumPortal.Portal.Components.Time;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Portal.Time;

public sealed class UserClockTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 2, 11, 100, TimeSpan.Zero);

    [Theory]
    [InlineData("UTC", "2026-11-23 09:02:11.100 +00:00")]
    [InlineData("Asia/Taipei", "2026-11-23 17:02:11.100 +08:00")]
    [InlineData("Asia/Kolkata", "2026-11-23 14:32:11.100 +05:30")]
    [InlineData("America/New_York", "2026-11-23 04:02:11.100 -05:00")]
    public void Exact_InAZone_HasItsOffset(string zone, string expected) => Assert.Equal(expected, Clock(zone).Exact(Now));

    // Berlin leaves summer time on 2026-10-25 at 01:00 UTC and enters it on 2026-03-29 at 01:00 UTC.
    [Theory]
    [InlineData("2026-10-25T00:59:59Z", "2026-10-25 02:59:59.000 +02:00")]
    [InlineData("2026-10-25T01:00:00Z", "2026-10-25 02:00:00.000 +01:00")]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29 01:59:59.000 +01:00")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29 03:00:00.000 +02:00")]
    public void Exact_AroundAChangeOfTheOffset_KeepsInstantsApart(string instant, string expected) =>
        Assert.Equal(expected, Clock("Europe/Berlin").Exact(DateTimeOffset.Parse(instant, null)));

    [Theory]
    [InlineData("2026-11-23T09:02:11Z", "23 Nov 17:02", "23 Nov 2026 17:02:11", "17:02:11.000")]
    [InlineData("2025-12-31T15:59:59.999Z", "31 Dec 2025 23:59", "31 Dec 2025 23:59:59", "23:59:59.999")]
    [InlineData("2025-12-31T16:00:00Z", "1 Jan 00:00", "1 Jan 2026 00:00:00", "00:00:00.000")]
    public void Texts_OfAnInstant_AreInTheViewersZone(string instant, string dayAndTime, string full, string timeOfDay)
    {
        var clock = Clock("Asia/Taipei");
        var at = DateTimeOffset.Parse(instant, null);

        Assert.Equal((dayAndTime, full, timeOfDay), (clock.DayAndTime(at), clock.Full(at), clock.TimeOfDay(at)));
    }

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(0.9, "just now")]
    [InlineData(4, "4 s ago")]
    [InlineData(11520, "3 h 12 min ago")]
    [InlineData(-30, "just now")]
    [InlineData(-60, "just now")]
    [InlineData(-300, "in 5 min")]
    public void Ago_OfAnInstant_IsRoughAndForgivesClocksAMinute(double secondsAgo, string expected) => Assert.Equal(expected, Clock("UTC").Ago(Now.AddSeconds(-secondsAgo)));

    [Fact]
    public void Texts_AtTheEndsOfTime_AreTexts()
    {
        foreach (var zone in new[] { "UTC", "Asia/Taipei", "America/New_York" })
            foreach (var instant in new[] { DateTimeOffset.MinValue, DateTimeOffset.MaxValue })
            {
                var clock = Clock(zone);
                Assert.All([clock.DayAndTime(instant), clock.Full(instant), clock.TimeOfDay(instant), clock.Exact(instant), clock.Ago(instant)], Assert.NotEmpty);
            }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Mars/Olympus")]
    [InlineData("../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("tzdata.zi")]
    [InlineData("Europe")]
    [InlineData("Europe/Berlin\0")]
    [InlineData("Europe/Berlin\n")]
    [InlineData("<script>")]
    [InlineData("購物")]
    [InlineData("\ud83d")]
    public void Choose_OfAnUnknownZone_GoesBackToTheBrowsers(string? name)
    {
        var clock = Clock("Asia/Taipei");
        clock.Choose("America/New_York");

        clock.Choose(name);
        clock.UseBrowserZone(name);

        Assert.False(UserClock.TryFindZone(name, out _));
        Assert.Equal("Asia/Taipei", clock.Zone.Id);
        Assert.True(clock.KnowsBrowserZone);
    }

    [Fact]
    public void TryFindZone_OfALongName_IsRefusedBeforeAnyFileIsLookedFor() => Assert.False(UserClock.TryFindZone(new string('x', 10_000), out _));

    [Fact]
    public void Zone_ChosenByTheAddress_WinsOverTheBrowsers()
    {
        var clock = new UserClock(new FixedTime(Now));
        Assert.Equal((TimeZoneInfo.Utc.Id, false), (clock.Zone.Id, clock.KnowsBrowserZone));

        clock.Choose("America/New_York");
        clock.UseBrowserZone("Asia/Taipei");

        Assert.Equal("America/New_York", clock.Zone.Id);
    }

    private static UserClock Clock(string zone)
    {
        var clock = new UserClock(new FixedTime(Now));
        clock.UseBrowserZone(zone);
        return clock;
    }
}
