using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;

namespace RumPortal.UnitTests.Vitals;

public sealed class VitalHistoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset[] Times = [Start, Start.AddMinutes(5), Start.AddMinutes(10)];

    [Fact]
    public void Build_StepsWithoutSamples_RemainGaps()
    {
        var history = VitalHistory.Build([Of("lcp", "2500", (0, 30), (2, 10)), Of("lcp", "4000", (2, 30))], Times);

        var lcp = Assert.Single(history.Series);
        Assert.Equal(Times, lcp.Points.Select(point => point.Time));
        Assert.Equal([30, 0, 40], lcp.Points.Select(point => point.Count));
        Assert.Equal([1250, null, 3000], lcp.Points.Select(point => point.P50));
        Assert.Null(lcp.Points[1].Density);
        Assert.Equal([1875, null, 3500], lcp.Points.Select(point => point.P75));
        Assert.Equal([2375, null, 3900], lcp.Points.Select(point => point.P95));
    }

    [Fact]
    public void Whole_OfASeries_IsTheSumOfItsSteps()
    {
        var history = VitalHistory.Build([Of("cls", "0", (0, 5), (1, 5)), Of("cls", "+Inf", (1, 1)), Of("lcp", "2500", (1, 3))], Times);

        Assert.Equal(["lcp", "cls"], history.Series.Select(series => series.Vital));
        Assert.Equal(new VitalShares(10, 0, 1), history["cls"]!.Whole.Shares);
        Assert.Equal(11, history["cls"]!.Count);
        Assert.Null(history["inp"]);
    }

    [Fact]
    public void Build_SamplesAtOtherTimesOrNoCounts_AreTold()
    {
        var history = VitalHistory.Build([Of("lcp", "2500", (0, double.NaN), (7, 1)), Of("fid", "100", (0, 1)), Of("lcp", "x", (0, 1))], Times);

        Assert.Empty(history.Series);
        Assert.Equal(new RejectedRows(1, 1, 1, 1), history.Rejected);
    }

    private static Series Of(string vital, string edge, params (int Step, double Count)[] samples) => new(
        Measurements.Labels(("vital", vital), ("le", edge), ("browser_name", "Arc")), [.. samples.Select(sample => new Sample(Start.AddMinutes(5 * sample.Step), sample.Count))]);
}
