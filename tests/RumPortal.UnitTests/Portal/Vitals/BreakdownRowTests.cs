using System.Collections.Immutable;
using RumPortal.Domain.Vitals;
using RumPortal.Portal.Features.Vitals;
using RumPortal.UnitTests.Vitals;

namespace RumPortal.UnitTests.Portal.Vitals;

public sealed class BreakdownRowTests
{
    // Name, then good, middling and poor measurements now and before.
    private static readonly (string Name, (int Good, int Middle, int Poor) Now, (int Good, int Middle, int Poor) Before)[] Values =
    [
        ("9", (90, 5, 5), (90, 5, 5)),
        ("10", (20, 10, 70), (90, 5, 5)),
        ("11", (100, 300, 0), (0, 0, 400)),
        ("", (0, 29, 0), (0, 29, 0)),
        ("few", (0, 0, 20), (0, 0, 20)),
        ("new", (35, 0, 0), (0, 0, 0)),
    ];

    [Theory]
    [InlineData(BreakdownSort.Opportunity, "11 10 9 new  few")]
    [InlineData(BreakdownSort.Value, "10 11 9 new few ")]
    [InlineData(BreakdownSort.Count, "11 10 9 new  few")]
    [InlineData(BreakdownSort.Name, "9 10 11 new  few")]
    public void Rows_InAnyOrder_HaveThoseBelowTheSampleGuardLast(BreakdownSort sort, string expected) =>
        Assert.Equal(expected, string.Join(' ', Rows(sort).Select(row => row.Value)));

    [Fact]
    public void Rows_ByDelta_BeginWithWhatGotWorse()
    {
        var rows = Rows(BreakdownSort.Delta);

        Assert.Equal(["10", "9", "11", "new"], rows.Take(4).Select(row => row.Value));
        Assert.Null(rows[3].Comparison);
        Assert.True(rows[0].Comparison?.Change > 0 && rows[2].Comparison?.Change < 0);
    }

    [Fact]
    public void Row_OfADimensionValue_TellsHowManyPageViewsWouldTurnGood()
    {
        var rows = Rows(BreakdownSort.Opportunity).ToDictionary(row => row.Value);

        // 75 % of 400 are 300, of which 100 are good already.
        Assert.Equal((200.0, 55.0, 0.0), (rows["11"].Opportunity, rows["10"].Opportunity, rows["9"].Opportunity));
        Assert.All([rows[""], rows["few"]], row => Assert.Null(row.Opportunity));
    }

    [Fact]
    public void Rows_OfAnotherVital_AreNone() => Assert.Empty(BreakdownRow.Of(Groups(now: true), null, "cls", 0.75, BreakdownSort.Count));

    private static ImmutableArray<BreakdownRow> Rows(BreakdownSort sort) => BreakdownRow.Of(Groups(now: true), Groups(now: false), "lcp", 0.75, sort);

    private static VitalGroups Groups(bool now) => VitalGroups.By(
        Values.SelectMany(value =>
        {
            var (good, middle, poor) = now ? value.Now : value.Before;
            return Measurements.Rows(Measurements.Labels(("app_version", value.Name)), "lcp", Measurements.Lcp(good, middle, poor));
        }),
        "app_version");
}
