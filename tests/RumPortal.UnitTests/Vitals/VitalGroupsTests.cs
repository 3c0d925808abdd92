using System.Collections.Immutable;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;

namespace RumPortal.UnitTests.Vitals;

public sealed class VitalGroupsTests
{
    private static readonly ImmutableArray<DensityRow> Rows =
    [
        .. Measurements.Rows(Labels("118", "Arc", "Mac"), "lcp", Measurements.Lcp(10, 5, 40)),
        .. Measurements.Rows(Labels("118", "Arc", "Windows"), "lcp", Measurements.Lcp(30, 3, 1)),
        .. Measurements.Rows(Labels("118", "Chrome", "Mac"), "lcp", Measurements.Lcp(20, 2, 0)),
        .. Measurements.Rows(Labels("118", "Chrome", "Mac"), "cls", 0, 0.01, 0.3),
        .. Measurements.Rows(Labels("117", "Arc", "Mac"), "lcp", Measurements.Lcp(50, 6, 2)),
    ];

    [Fact]
    public void By_FewerLabelsThanTheRowsHave_MergesThem()
    {
        var groups = VitalGroups.By(Rows, "app_version");

        Assert.Equal(["117", "118"], groups.Slices.Select(slice => slice.Labels["app_version"]));
        Assert.Equal(new VitalShares(50, 6, 2), groups.Slices[0]["lcp"]!.Shares);
        Assert.Equal(new VitalShares(60, 10, 41), groups.Slices[1]["lcp"]!.Shares);
        Assert.Equal(["lcp", "cls"], groups.Slices[1].Densities.Select(density => density.Vital));
        Assert.Null(groups.Slices[0]["cls"]);
    }

    [Fact]
    public void By_NoLabels_IsOneSliceOverEverything()
    {
        var slice = Assert.Single(VitalGroups.By(Rows).Slices);

        Assert.Empty(slice.Labels);
        var lcp = slice.Summaries()[0];
        Assert.Equal(("lcp", 169, true, new VitalShares(110, 16, 43)), (lcp.Vital, lcp.Count, lcp.IsEnough, lcp.Shares));
        Assert.Equal(VitalRating.Poor, lcp.Rating);
        Assert.False(slice.Summaries()[1].IsEnough);
    }

    [Fact]
    public void By_ALabelThatRowsLack_IsAnEmptyValue()
    {
        var groups = VitalGroups.By([.. Rows, .. Measurements.Rows(LabelSet.Empty, "lcp", 100)], "browser_name");

        Assert.Equal(["", "Arc", "Chrome"], groups.Slices.Select(slice => slice.Labels["browser_name"]));
    }

    [Fact]
    public void By_RowsThatCannotBeCounted_AreToldAndLeaveNoSlice()
    {
        var groups = VitalGroups.By(
        [
            new(Labels("1", "x", "y"), "fid", "100", 1), new(Labels("2", "x", "y"), "lcp", "+Inf", double.NaN), new(Labels("3", "x", "y"), "lcp", "", 1),
            new(Labels("4", "x", "y"), "lcp", "2500", 2, ""),
        ], "app_version");

        Assert.Equal(["4"], groups.Slices.Select(slice => slice.Labels["app_version"]));
        Assert.Equal(new RejectedRows(1, 1, 1, 0), groups.Rejected);
    }

    [Fact]
    public void By_EndlessSchemes_AreBounded()
    {
        var rows = Enumerable.Range(0, 1000).Select(i => new DensityRow(LabelSet.Empty, "lcp", "2500", 1, $"scheme {i}"));

        var groups = VitalGroups.By(rows);

        Assert.Equal((64, 936), (groups.Slices[0]["lcp"]!.Count, groups.Rejected.BadEdges));
    }

    [Theory]
    [InlineData]
    [InlineData("browser_name")]
    [InlineData("browser_os", "app_version")]
    public void MergeTo_FewerLabels_EqualsGroupingTheRows(params string[] dimensions)
    {
        var random = new Random(10);
        var rows = Enumerable.Range(0, 3000).Select(_ => new DensityRow(
            Labels($"{random.Next(3)}", $"{random.Next(4)}", $"{random.Next(2)}"), VitalNames.All[random.Next(5)],
            BucketEdge.Text(new[] { 0.1, 200, 500, 2500, 4000, double.PositiveInfinity }[random.Next(6)]), random.Next(5), random.Next(2) == 0 ? null : "other")).ToList();

        var merged = VitalGroups.By(rows, "app_version", "browser_name", "browser_os").MergeTo(dimensions);
        var direct = VitalGroups.By(rows, dimensions);

        Assert.Equal(direct.Slices.Select(Text), merged.Slices.Select(Text));
        Assert.Throws<ArgumentException>(() => merged.MergeTo("country"));
    }

    [Fact]
    public void Read_OfSeries_TakesEachSampleAsACountOfItsWindow()
    {
        var at = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        var labels = Measurements.Labels(("vital", "lcp"), ("le", "2500"), ("scheme", "vitals-24"), ("browser_name", "Arc"));
        Series series = new(labels, [new(at, 3), new(at.AddMinutes(5), double.NaN), new(at.AddMinutes(10), 4)]);

        var groups = VitalGroups.By(DensityRow.Read([series, new Series(LabelSet.Empty, [new(at, 1)])]), "browser_name");

        Assert.Equal(7, Assert.Single(groups.Slices)["lcp"]!.Count);
        Assert.Equal(new RejectedRows(1, 0, 1, 0), groups.Rejected);
    }

    private static LabelSet Labels(string version, string browser, string os) =>
        Measurements.Labels(("app_version", version), ("browser_name", browser), ("browser_os", os), ("vital", "of no account"));

    private static string Text(VitalSlice slice) => $"{slice.Labels}: " + string.Join("; ", slice.Densities.Select(density =>
        $"{density.Vital} {density.IsCoarsened} {string.Join(' ', density.Edges)} | {string.Join(' ', density.Counts)}"));
}
