using System.Collections.Immutable;
using System.Globalization;
using RumPortal.Domain.Vitals;
using RumPortal.Domain.Vitals.Comparison;
using RumPortal.Portal.Components.Charts;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>The chart of one vital: the chosen percentile, p50 and p95 around it, the compared period behind, volume below.</summary>
/// <param name="Series">What is shown.</param>
/// <param name="Before">The compared period, step by step; null for none.</param>
/// <param name="Percentile">The main line, 0 to 1.</param>
/// <param name="Marks">First sights of versions.</param>
/// <param name="Zone">The viewer's zone.</param>
public sealed record VitalChartFigure(VitalSeries Series, VitalSeries? Before, double Percentile, ImmutableArray<DeploymentMark> Marks, TimeZoneInfo Zone)
{
    private const int MostLabelled = 6;

    private static readonly double[] Context = [0.5, 0.95];

    public ChartFigure Build()
    {
        var x = Series.Points.Select(point => ChartTime.Position(point.Time, Zone)).ToImmutableArray();
        var limits = VitalThresholds.Of(Series.Vital) ?? throw new ArgumentException($"'{Series.Vital}' is no current vital.", nameof(Series));
        var traces = Lines(x).Append(Volume(x)).ToImmutableArray();
        var most = Top(traces, limits);
        return new ChartFigure
        {
            X = new ChartAxis(x.Length == 0 ? 0 : x[0], x.Length == 0 ? 1 : x[^1], [], IsTime: true, CanZoom: true),
            Y = new ChartAxis(0, most, Ticks(most)),
            Traces = traces,
            Bands = Bands(limits, most),
            Levels = [new(limits.Good, VitalText.Edge(Series.Vital, limits.Good), "--ni-fill"), .. limits.Poor < most ? [new ChartLevel(limits.Poor, VitalText.Edge(Series.Vital, limits.Poor), "--poor-fill")] : Array.Empty<ChartLevel>()],
            Marks = [.. Marks.Select(mark => new ChartMark(ChartTime.Position(mark.At, Zone), $"{mark.Version} first seen", "--ch-mark"))],
        };
    }

    private IEnumerable<ChartTrace> Lines(ImmutableArray<double> x)
    {
        if (Before is { } before) yield return Line(x, before, Percentile) with { Name = "compared", Colors = ["--ch-ghost"], Dash = ChartDash.Dotted, EndLabel = "before" };
        foreach (var other in Context.Where(percentile => !percentile.Equals(Percentile)))
            yield return Line(x, Series, other) with { IsFaint = true, EndLabel = VitalPercentile.Text(other) };
        var main = Line(x, Series, Percentile);
        yield return main with { EndLabel = $"{main.Name} {main.Y.LastOrDefault(value => value is not null) switch { { } last => VitalText.Of(Series.Vital, last), null => "" }}".TrimEnd() };
    }

    private static ChartTrace Line(ImmutableArray<double> x, VitalSeries series, double percentile)
    {
        var name = VitalPercentile.Text(percentile);
        var points = series.Points.Take(x.Length).ToList();
        return new ChartTrace(ChartTraceKind.Line, name, [.. x.Take(points.Count)], [.. points.Select(point => point.Percentile(percentile))],
            [.. points.Select(point => point.Percentile(percentile) is { } value ? $"{name} {VitalText.Of(series.Vital, value)}" : "")], ["--ch-1"]);
    }

    private ChartTrace Volume(ImmutableArray<double> x) => new(
        ChartTraceKind.Bars, "samples", x, [.. Series.Points.Select(point => (double?)point.Count)],
        [.. Series.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"n {point.Count:N0}"))], ["--ch-volume"]) { IsVolume = true, EndLabel = "n" };

    // Somewhat above what is drawn, and never so low that the good limit is out of sight.
    private static double Top(ImmutableArray<ChartTrace> traces, VitalThresholds limits) =>
        Math.Max(limits.Good * 1.2, traces.Where(trace => !trace.IsVolume).SelectMany(trace => trace.Y).OfType<double>().DefaultIfEmpty().Max() * 1.08);

    private ImmutableArray<ChartTick> Ticks(double most)
    {
        var step = NiceStep(most / MostLabelled);
        return [.. Enumerable.Range(0, (int)(most / step) + 1).Select(i => new ChartTick(i * step, i == 0 ? "0" : VitalText.Edge(Series.Vital, i * step)))];
    }

    private static double NiceStep(double rough)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / unit) switch { <= 1 => unit, <= 2 => 2 * unit, <= 5 => 5 * unit, _ => 10 * unit };
    }

    private static ImmutableArray<ChartBand> Bands(VitalThresholds limits, double most) =>
    [
        new(0, limits.Good, "--good-band"),
        new(limits.Good, Math.Min(limits.Poor, most), "--ni-band"),
        .. limits.Poor < most ? [new ChartBand(limits.Poor, most, "--poor-band")] : Array.Empty<ChartBand>(),
    ];
}
