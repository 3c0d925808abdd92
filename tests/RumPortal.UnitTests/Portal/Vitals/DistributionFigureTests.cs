using RumPortal.Domain.Vitals;
using RumPortal.Portal.Features.Vitals;
using RumPortal.UnitTests.Vitals;

namespace RumPortal.UnitTests.Portal.Vitals;

public sealed class DistributionFigureTests
{
    [Fact]
    public void Figure_OfADistribution_HasTheLimitsBetweenBars()
    {
        var density = Measurements.Density("lcp", Measurements.Lcp(10, 5, 5));

        var (shown, figure) = (DistributionFigure.Shown(density), DistributionFigure.Build(density, 0.75));

        // From the bucket of 1200 to that of 5000.
        Assert.Equal((1300.0, 5800.0), (shown[0].Upper, shown[^1].Upper));
        Assert.Equal((-0.5, shown.Length - 0.5), (figure.X.From, figure.X.To));
        var limits = figure.Marks.Where(mark => mark.Color.EndsWith("fill", StringComparison.Ordinal)).ToList();
        Assert.Equal(["2.5 s", "4 s"], limits.Select(mark => mark.Label));
        Assert.Equal([Index(2500) + 0.5, Index(4000) + 0.5], limits.Select(mark => mark.At));
        Assert.All(limits, mark => Assert.Equal(0.5, mark.At - Math.Floor(mark.At)));
        Assert.DoesNotContain(figure.X.Ticks, tick => tick.Label is "2.5 s" or "4 s");

        int Index(double upper) => shown.Select(bucket => bucket.Upper).ToList().IndexOf(upper);
    }

    [Fact]
    public void Bars_OfADistribution_AreCountsInTheColourOfTheirRating()
    {
        var bars = DistributionFigure.Build(Measurements.Density("lcp", Measurements.Lcp(10, 5, 5)), 0.75).Traces.Single();

        Assert.Equal(20, bars.Y.Sum());
        Assert.Equal((10.0, "--good-fill", "1.1 s to 1.3 s: n 10, 50 %"), (bars.Y[0], bars.Colors[0], bars.Text[0]));
        Assert.Equal((5.0, "--poor-fill", "4.8 s to 5.8 s: n 5, 25 %"), (bars.Y[^1], bars.Colors[^1], bars.Text[^1]));
        Assert.Equal(["--good-fill", "--ni-fill", "--poor-fill"], bars.Colors.Distinct());
    }

    [Fact]
    public void Percentile_WithinABucket_IsMarkedAtItsPlaceInTheBar()
    {
        // The p75 is the 15th of 20, the last of the five in the bucket from 2800 to 3200.
        var density = Measurements.Density("lcp", Measurements.Lcp(10, 5, 5));

        var mark = DistributionFigure.Build(density, 0.75).Marks.Single(mark => mark.Color == "--c-text");

        var bar = DistributionFigure.Shown(density).Select(bucket => bucket.Upper).ToList().IndexOf(3200);
        Assert.Equal(("p75 3.20 s", bar + 0.5), (mark.Label, mark.At));
    }

    [Fact]
    public void Percentile_BeyondTheLastEdge_IsMarkedInTheMiddleOfTheOverflow()
    {
        var density = Measurements.Density("inp", Enumerable.Repeat(9000.0, 40));

        var (shown, figure) = (DistributionFigure.Shown(density), DistributionFigure.Build(density, 0.75));

        Assert.True(double.IsPositiveInfinity(shown[^1].Upper));
        Assert.Equal(shown.Length - 1.0, figure.Marks.Single(mark => mark.Color == "--c-text").At);
        Assert.Equal("above 2500 ms: n 40, 100 %", figure.Traces[0].Text[^1]);
        Assert.All(figure.X.Ticks, tick => Assert.True(double.IsFinite(tick.At)));
        Assert.Equal(["200 ms", "500 ms"], figure.Marks.Where(mark => mark.Color != "--c-text").Select(mark => mark.Label));
    }

    [Fact]
    public void Percentile_OfAClsOfZero_IsMarkedInTheMiddleOfItsBucket()
    {
        var density = Measurements.Density("cls", Enumerable.Repeat(0.0, 40));

        var (shown, figure) = (DistributionFigure.Shown(density), DistributionFigure.Build(density, 0.75));

        Assert.Equal((0.0, 0.0, 40.0), (shown[0].Lower, shown[0].Upper, shown[0].Count));
        Assert.Equal((0.0, "p75 0"), figure.Marks.Where(mark => mark.Color == "--c-text").Select(mark => (mark.At, mark.Label)).Single());
        Assert.Equal(["0.1", "0.25"], figure.Marks.Where(mark => mark.Color != "--c-text").Select(mark => mark.Label));
    }

    [Fact]
    public void Figure_OfNothing_ShowsBothLimitsAndNoPercentile()
    {
        var figure = DistributionFigure.Build(VitalDensity.Empty("ttfb"), 0.75);

        Assert.Equal(["800 ms", "1.8 s"], figure.Marks.Select(mark => mark.Label));
        Assert.Equal(0, figure.Traces[0].Y.Sum());
    }
}
