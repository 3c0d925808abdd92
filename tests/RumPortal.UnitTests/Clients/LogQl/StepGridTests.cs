using System.Globalization;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;

namespace RumPortal.UnitTests.Clients.LogQl;

public sealed class StepGridTests
{
    [Theory]
    [InlineData("2026-11-20T00:00:00Z", "2026-11-20T06:00:00Z", 24, "2026-11-20T00:00:00Z", "2026-11-20T06:00:00Z", "00:30:00")]
    [InlineData("2026-11-20T00:03:20Z", "2026-11-20T06:01:00Z", 24, "2026-11-20T00:00:00Z", "2026-11-20T06:30:00Z", "00:30:00")]
    [InlineData("2026-11-20T00:00:00Z", "2026-11-20T00:00:01Z", 24, "2026-11-20T00:00:00Z", "2026-11-20T00:00:10Z", "00:00:10")]
    [InlineData("2026-10-21T00:00:00Z", "2026-11-20T00:00:00Z", 31, "2026-10-21T00:00:00Z", "2026-11-20T00:00:00Z", "1.00:00:00")]
    public void Grid_OfARange_CoversItOnWholeSteps(string from, string to, int points, string start, string end, string step)
    {
        var grid = StepGrid.Cover(new TimeRange(At(from), At(to)), points);

        Assert.Equal((At(start), At(end), TimeSpan.Parse(step, CultureInfo.InvariantCulture)), (grid.Start, grid.End, grid.Step));
    }

    [Fact]
    public void Grid_OfAnyRange_StaysWithinTheBound()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var from = At("2026-01-01T00:00:00Z").AddSeconds(random.Next(10_000_000));
            var range = new TimeRange(from, from.AddSeconds(1 + (random.NextDouble() * random.Next(1, 60_000_000))));
            var most = random.Next(3, 400);
            var grid = StepGrid.Cover(range, most);

            Assert.InRange(grid.Points, 1, most);
            Assert.True(grid.Start <= range.From && grid.End >= range.To);
            Assert.Equal(0, (grid.Start - DateTimeOffset.UnixEpoch).Ticks % grid.Step.Ticks);
            Assert.Equal(0, (grid.End - grid.Start).Ticks % grid.Step.Ticks);
        }
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
