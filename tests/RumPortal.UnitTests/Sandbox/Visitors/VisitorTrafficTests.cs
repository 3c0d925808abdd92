using System.Diagnostics;
using RumPortal.Sandbox.Visitors;
using RumPortal.Sandbox.Visitors.Backends;

namespace RumPortal.UnitTests.Sandbox.Visitors;

public sealed class VisitorTrafficTests
{
    private static readonly long Minute = VisitorTraffic.MinuteOf(VisitorDay.Anchor.AddHours(-10));

    [Fact]
    public void Minute_OfOneSeed_IsTheSameInWhateverOrderItIsMade()
    {
        var (one, other) = (Traffic(7), Traffic(7));
        for (var minute = Minute + 30; minute > Minute; minute--) one.StartingIn(minute);

        for (var minute = Minute; minute < Minute + 30; minute++) Assert.Equal(Bodies(one, minute), Bodies(other, minute));
    }

    [Fact]
    public void Minute_OfAnotherSeed_IsAnother()
    {
        var (one, other) = (Traffic(7), Traffic(8));

        Assert.NotEqual(
            Enumerable.Range(0, 10).SelectMany(i => Bodies(one, Minute + i)),
            Enumerable.Range(0, 10).SelectMany(i => Bodies(other, Minute + i)));
    }

    [Fact]
    public void Batches_OfAVisit_ArriveInOrderAfterItsStartAndBeforeTheLongestEnds()
    {
        var traffic = Traffic(3);
        for (var minute = Minute; minute < Minute + 600; minute++)
        {
            var start = DateTimeOffset.UnixEpoch.AddMinutes(minute);
            var arrivals = traffic.StartingIn(minute).Select(batch => batch.Arrival).ToArray();
            Assert.Equal(arrivals.Order(), arrivals);
            Assert.All(arrivals, arrival => Assert.InRange(arrival, start, start + VisitorTraffic.LongestVisit));
        }
    }

    [Theory]
    [InlineData(12_000)]
    [InlineData(600_000)]
    public void Density_OfADay_GivesAboutTheLinesAskedFor(int linesPerDay)
    {
        var traffic = new VisitorTraffic(new VisitorOptions { Anchor = VisitorDay.Anchor, LinesPerDay = linesPerDay });
        var first = VisitorTraffic.MinuteOf(VisitorDay.Anchor.AddDays(-1));

        var batches = Enumerable.Range(0, 24 * 60).Where(i => i % 4 == 0).Sum(i => traffic.StartingIn(first + i).Count);

        Assert.InRange(batches * 4, linesPerDay * 0.1, linesPerDay * 0.3);
    }

    [Fact]
    public void Day_OfFullTraffic_CostsFewSecondsOfProcessorTime()
    {
        var traffic = Traffic(5);
        var first = VisitorTraffic.MinuteOf(VisitorDay.Anchor.AddDays(-1));
        var watch = Stopwatch.StartNew();

        var bytes = Enumerable.Range(0, 24 * 60).Sum(i => traffic.StartingIn(first + i).Sum(batch => (long)batch.Body.Length));

        Assert.InRange(bytes, 10_000_000, 200_000_000);

        // Measured 2 s in a debug build on one loaded core; the bound only catches an accident of another order of growth.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"took {watch.Elapsed}");
    }

    private static VisitorTraffic Traffic(long seed) => new(new VisitorOptions { Anchor = VisitorDay.Anchor, Seed = seed });

    private static string[] Bodies(VisitorTraffic traffic, long minute) =>
    [
        .. traffic.StartingIn(minute).Select(batch =>
            $"{batch.Arrival:O} {Convert.ToBase64String(batch.Body.Span)} {Convert.ToBase64String(BackendSpanBody.Write(batch.BackendSpans))}"),
    ];
}
