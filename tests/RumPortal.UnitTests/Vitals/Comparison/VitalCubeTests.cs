using RumPortal.Domain.Vitals;
using RumPortal.Domain.Vitals.Comparison;

namespace RumPortal.UnitTests.Vitals.Comparison;

public sealed class VitalCubeTests
{
    private static readonly VitalCube Cube = VitalCube.Of(VitalGroups.By(
    [
        .. Part("118", "Arc", "Mac", 10, 40), .. Part("118", "Arc", "Windows", 90, 2), .. Part("118", "Chrome", "Mac", 300, 20), .. Part("117", "Arc", "Mac", 60, 4),
        .. Part("9", "Arc", "Mac", 0, 29), .. Part("118", "Firefox", "Linux", 0, 12),
    ], "browser_name", "app_version", "browser_os"), "lcp", CubeAxes.Default);

    [Fact]
    public void Of_Groups_HasNewestRowsAndBusiestColumnsFirst()
    {
        Assert.Equal(["118", "117", "9"], Cube.Rows);
        Assert.Equal(["Chrome", "Arc", "Firefox"], Cube.Columns);
        Assert.Null(Cube["117", "Chrome"]);
        var cell = Cube["118", "Arc"]!;
        Assert.Equal(new VitalShares(100, 0, 42), cell.Summary.Shares);
        Assert.Equal([("Windows", 92), ("Mac", 50)], cell.Parts.Select(part => (part.Split, part.Summary.Count)));
    }

    [Fact]
    public void Worst_Parts_AreThoseWithEnoughMeasurementsBySeverity()
    {
        Assert.Equal(
            [("118", "Arc", "Mac"), ("118", "Chrome", "Mac"), ("117", "Arc", "Mac"), ("118", "Arc", "Windows")],
            Cube.Worst.Select(part => (part.Row, part.Column, part.Split)));
    }

    [Fact]
    public void Parts_OfALine_KnowTheVersionBeforeThatHasEnough()
    {
        var worst = Cube.Worst[0];

        Assert.Equal("117", worst.PreviousRow);
        Assert.Equal(worst.Summary.Value / worst.PreviousValue - 1, worst.Growth);
        Assert.InRange(worst.Growth!.Value, 1, 4);
        Assert.Null(Cube["117", "Arc"]!.Parts[0].PreviousRow);
        Assert.Null(Cube["118", "Chrome"]!.Parts[0].Growth);
    }

    [Theory]
    [InlineData("99", "118")]
    [InlineData("9.9.1", "9.10.0")]
    [InlineData("1.2", "1.2.1")]
    [InlineData("1.2.0", "1.10")]
    [InlineData("2026.8.3-rc2", "2026.8.3-rc10")]
    [InlineData("", "0")]
    [InlineData("v1", "v02")]
    [InlineData("01", "1")]
    [InlineData("12345678901234567890123456789", "22345678901234567890123456789")]
    [InlineData("alpha", "beta")]
    public void VersionOrder_OfTwo_IsAsPeopleCount(string lower, string higher)
    {
        Assert.True(VersionOrder.Instance.Compare(lower, higher) < 0);
        Assert.True(VersionOrder.Instance.Compare(higher, lower) > 0);
        Assert.Equal(0, VersionOrder.Instance.Compare(higher, higher));
    }

    private static IEnumerable<DensityRow> Part(string version, string browser, string os, int good, int poor) => Measurements.Rows(
        Measurements.Labels(("app_version", version), ("browser_name", browser), ("browser_os", os)), "lcp", Measurements.Lcp(good, 0, poor));
}
