using System.Collections.Immutable;
using RumPortal.Domain.Vitals;
using RumPortal.Domain.Vitals.Comparison;
using RumPortal.Portal.Components.Charts;
using RumPortal.Portal.Features.Vitals;
using RumPortal.UnitTests.Vitals;

namespace RumPortal.UnitTests.Portal.Vitals;

public sealed class VitalChartFigureTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Figure_OfASeries_HasTheChosenPercentileAmongTheUsualOnesAndVolume()
    {
        var figure = Figure(Series("lcp", Lcp(100), null, Lcp(50)));

        Assert.Equal(["p50", "p95", "p75", "samples"], figure.Traces.Select(trace => trace.Name));
        Assert.Equal([true, true, false, false], figure.Traces.Select(trace => trace.IsFaint));
        Assert.Equal([false, false, false, true], figure.Traces.Select(trace => trace.IsVolume));
        Assert.Equal([1250.0, null, 1250.0], figure.Traces[2].Y);
        Assert.Equal(["p75 1.25 s", "", "p75 1.25 s"], figure.Traces[2].Text);
        Assert.Equal("p75 1.25 s", figure.Traces[2].EndLabel);
        Assert.Equal([100.0, 0.0, 50.0], figure.Traces[3].Y);
        Assert.Equal(["n 100", "n 0", "n 50"], figure.Traces[3].Text);
    }

    [Theory]
    [InlineData(0.5, "p95 p50 samples")]
    [InlineData(0.95, "p50 p95 samples")]
    [InlineData(0.99, "p50 p95 p99 samples")]
    public void Figure_OfAnotherPercentile_ShowsNoneTwice(double percentile, string expected) =>
        Assert.Equal(expected, string.Join(' ', new VitalChartFigure(Series("lcp", Lcp(100)), null, percentile, [], TimeZoneInfo.Utc).Build().Traces.Select(trace => trace.Name)));

    [Fact]
    public void Figure_WithAComparedPeriod_LaysItUnderTheSameSteps()
    {
        var figure = Figure(Series("lcp", Lcp(100), Lcp(100)), before: Series("lcp", null, Lcp(30), Lcp(30)));

        var ghost = figure.Traces[0];
        Assert.Equal(("compared", ChartDash.Dotted, "before"), (ghost.Name, ghost.Dash, ghost.EndLabel));
        Assert.Equal(figure.Traces[^1].X, ghost.X);
        Assert.Equal([null, 1250.0], ghost.Y);
        Assert.All(figure.Traces, trace => Assert.Equal((trace.X.Length, trace.X.Length), (trace.Y.Length, trace.Text.Length)));
    }

    [Fact]
    public void Figure_OfGoodValues_KeepsTheGoodLimitInSightAlone()
    {
        var figure = Figure(Series("lcp", Lcp(100)));

        Assert.Equal(3000, figure.Y.To);
        Assert.Equal([new ChartLevel(2500, "2.5 s", "--ni-fill")], figure.Levels);
        Assert.Equal([new ChartBand(0, 2500, "--good-band"), new ChartBand(2500, 3000, "--ni-band")], figure.Bands);
        Assert.Equal(["0", "500 ms", "1 s", "1.5 s", "2 s", "2.5 s", "3 s"], figure.Y.Ticks.Select(tick => tick.Label));
    }

    [Fact]
    public void Figure_OfPoorValues_ShowsBothLimits()
    {
        var figure = Figure(Series("cls", Measurements.Density("cls", Enumerable.Repeat(0.5, 40))));

        Assert.Equal(["0.1", "0.25"], figure.Levels.Select(level => level.Label));
        Assert.Equal((0.0, 0.1, 0.25), (figure.Bands[0].From, figure.Bands[1].From, figure.Bands[2].From));
        Assert.True(figure.Y.To > 0.5 && figure.Bands[2].To == figure.Y.To);
    }

    [Fact]
    public void Figure_InAZone_PlacesStepsAndMarksByItsWallClock()
    {
        var taipei = TimeZoneInfo.FindSystemTimeZoneById("Asia/Taipei");
        ImmutableArray<DeploymentMark> marks = [new("118", Start, 40)];

        var figure = new VitalChartFigure(Series("lcp", Lcp(100), Lcp(100)), null, 0.75, marks, taipei).Build();

        var nine = (Start.AddHours(8) - DateTimeOffset.UnixEpoch).TotalMilliseconds;
        Assert.Equal([new ChartMark(nine, "118 first seen", "--ch-mark")], figure.Marks);
        Assert.Equal((nine, nine + 300_000, true, true), (figure.X.From, figure.X.To, figure.X.IsTime, figure.X.CanZoom));
    }

    [Fact]
    public void Figure_OfNoStep_IsEmptyButDrawable()
    {
        var figure = Figure(new VitalSeries("inp", []));

        Assert.Equal((0.0, 1.0, 240.0), (figure.X.From, figure.X.To, figure.Y.To));
        Assert.All(figure.Traces, trace => Assert.Empty(trace.X));
    }

    private static VitalDensity Lcp(int count) => Measurements.Density("lcp", Measurements.Lcp(count, 0, 0));

    private static ChartFigure Figure(VitalSeries series, VitalSeries? before = null) => new VitalChartFigure(series, before, 0.75, [], TimeZoneInfo.Utc).Build();

    private static VitalSeries Series(string vital, params IEnumerable<VitalDensity?> steps) => new(vital, [.. steps.Select((density, i) => new VitalPoint(Start.AddMinutes(5 * i), density))]);
}
