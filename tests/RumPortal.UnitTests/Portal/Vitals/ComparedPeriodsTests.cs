using RumPortal.Domain.Querying;
using RumPortal.Portal.Features.Vitals;

namespace RumPortal.UnitTests.Portal.Vitals;

public sealed class ComparedPeriodsTests
{
    private static readonly DateTimeOffset Friday = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(ComparedPeriod.Previous, 6, 6)]
    [InlineData(ComparedPeriod.Previous, 24 * 92, 24 * 92)]
    [InlineData(ComparedPeriod.Week, 1, 24 * 7)]
    [InlineData(ComparedPeriod.Week, 24 * 7, 24 * 7)]
    [InlineData(ComparedPeriod.Week, (24 * 7) + 1, 24 * 14)]
    [InlineData(ComparedPeriod.Week, 24 * 30, 24 * 35)]
    public void Range_OfAPeriod_IsAsLongAndDoesNotOverlap(ComparedPeriod period, int hours, int back)
    {
        var range = new TimeRange(Friday, Friday.AddHours(hours));

        var compared = ComparedPeriods.RangeOf(period, range);

        Assert.Equal(new TimeRange(Friday.AddHours(-back), Friday.AddHours(hours - back)), compared);
    }

    [Fact]
    public void Range_OfNoPeriod_IsNone()
    {
        Assert.Null(ComparedPeriods.RangeOf(ComparedPeriod.None, new TimeRange(Friday, Friday.AddHours(1))));
        Assert.Equal(["period before", "week before", "version before", "nothing"], Enum.GetValues<ComparedPeriod>().Select(ComparedPeriods.NameOf));
    }

    [Fact]
    public void Range_BeforeTheFirstYear_IsNone()
    {
        var first = new TimeRange(DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddHours(1));

        Assert.Null(ComparedPeriods.RangeOf(ComparedPeriod.Previous, first));
        Assert.Null(ComparedPeriods.RangeOf(ComparedPeriod.Week, first));
    }
}
