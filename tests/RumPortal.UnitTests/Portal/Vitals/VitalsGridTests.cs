using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Features.Vitals;

namespace RumPortal.UnitTests.Portal.Vitals;

public sealed class VitalsGridTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 1_440, 10, 144, 0, 1_440)]
    [InlineData(0, 360, 5, 72, 0, 360)]
    [InlineData(2, 12, 5, 3, 0, 15)]
    [InlineData(1, 2, 5, 1, 0, 5)]
    [InlineData(7, 43_207, 360, 121, 0, 43_560)]
    public void Grid_OfARange_IsWholeStepsThatCoverIt(int from, int to, int step, int points, int coveredFrom, int coveredTo)
    {
        var grid = VitalsGrid.Of(Minutes(from, to));

        Assert.Equal((TimeSpan.FromMinutes(step), points), (grid.Step, VitalsGrid.Instants(grid).Count));
        Assert.Equal(Minutes(coveredFrom, coveredTo), VitalsGrid.RangeOf(grid));
        Assert.Equal((Midnight.AddMinutes(coveredFrom + step), Midnight.AddMinutes(coveredTo)), (VitalsGrid.Instants(grid)[0], VitalsGrid.Instants(grid)[^1]));
    }

    [Fact]
    public void Grid_OfViewersWithinOneStep_IsTheSame()
    {
        var grids = Enumerable.Range(1, 299).Select(second => VitalsGrid.Of(new TimeRange(Midnight.AddSeconds(second).AddDays(-1), Midnight.AddSeconds(second))));

        Assert.Single(grids.Distinct());
    }

    [Fact]
    public void WholeSeconds_OfAnyRange_CoverIt()
    {
        var odd = Midnight.AddTicks(12_345_678);

        Assert.Equal(new TimeRange(Midnight.AddSeconds(1), Midnight.AddSeconds(2)), VitalsGrid.WholeSecondsOf(new TimeRange(odd, odd.AddTicks(1))));
        Assert.Equal(Minutes(0, 1), VitalsGrid.WholeSecondsOf(Minutes(0, 1)));
        Assert.Equal(DateTimeOffset.MinValue, VitalsGrid.WholeSecondsOf(new TimeRange(DateTimeOffset.MinValue, odd)).From);
    }

    [Fact]
    public void Shift_ByAWeek_IsTheSameStepsAWeekBefore()
    {
        var grid = VitalsGrid.Of(Minutes(0, 360));

        var before = VitalsGrid.Shift(grid, TimeSpan.FromDays(7));

        Assert.Equal(VitalsGrid.Instants(grid).Select(instant => instant.AddDays(-7)), VitalsGrid.Instants(before));
        Assert.Equal(grid.Step, before.Step);
    }

    private static TimeRange Minutes(int from, int to) => new(Midnight.AddMinutes(from), Midnight.AddMinutes(to));
}
