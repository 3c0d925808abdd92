using System.Collections.Immutable;
using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Propagation;
using RumPortal.Domain.Vitals.Comparison;
using RumPortal.Portal.Components.Charts;

namespace RumPortal.Portal.Features.Propagation;

/// <summary>The linked rate over time: the chosen route as the main line, the origins pale behind it, versions marked where they were first seen.</summary>
/// <param name="Chosen">The main line; null for none.</param>
/// <param name="Findings">All findings of the same grouping.</param>
/// <param name="Requests">Where versions are looked up.</param>
/// <param name="Zone">The viewer's zone.</param>
public sealed record LinkedTrendFigure(RouteFinding? Chosen, ImmutableArray<RouteFinding> Findings, ImmutableArray<JudgedRequest> Requests, TimeZoneInfo Zone)
{
    private const int MostOrigins = 3;

    public ChartFigure Build()
    {
        var trend = (Chosen ?? Findings[0]).Trend;
        var x = Enumerable.Range(0, trend.Rates.Length).Select(i => ChartTime.Position(trend.StartOf(i), Zone)).ToImmutableArray();
        return new ChartFigure
        {
            X = new ChartAxis(x[0], ChartTime.Position(trend.StartOf(trend.Rates.Length), Zone), [], IsTime: true),
            Y = new ChartAxis(0, 1.04, [new(0, "0 %"), new(0.25, "25 %"), new(0.5, "50 %"), new(0.75, "75 %"), new(1, "100 %")]),
            Traces = [.. Origins(x), .. Main(x)],
            Bands = [new(LinkedRate.Healthy, 1.04, "--good-band")],
            Levels = [new(LinkedRate.Degraded, "80 %", "--poor-fill")],
            Marks = [.. Marks(trend).Select(mark => new ChartMark(ChartTime.Position(mark.At, Zone), $"{mark.Version} first seen", "--ch-mark"))],
            RightMargin = 130,
        };
    }

    private IEnumerable<ChartTrace> Main(ImmutableArray<double> x)
    {
        if (Chosen is not { } chosen) yield break;
        yield return Line(x, chosen.Part.Route ?? chosen.Part.Version ?? "", chosen.Trend, 0) with { IsFaint = false };
        yield return new ChartTrace(
            ChartTraceKind.Bars, "requests", x, [.. chosen.Trend.Rates.Select(rate => (double?)rate.Requests)], [.. chosen.Trend.Rates.Select(rate => $"n {rate.Requests}")], ["--ch-volume"])
        { IsVolume = true, EndLabel = "n" };
    }

    private IEnumerable<ChartTrace> Origins(ImmutableArray<double> x) => Findings
        .GroupBy(finding => finding.Part.Origin, StringComparer.Ordinal)
        .Select(origin => (Name: origin.Key, Trend: origin.First().Trend with { Rates = Sum(origin) }))
        .OrderByDescending(origin => origin.Trend.Rates.Sum(rate => rate.Requests))
        .Take(MostOrigins)
        .Select((origin, i) => Line(x, Host(origin.Name), origin.Trend, i + 1) with { IsFaint = true });

    private static ImmutableArray<LinkedRate> Sum(IEnumerable<RouteFinding> findings) =>
        findings.Select(finding => finding.Trend.Rates).Aggregate((sum, rates) => [.. sum.Zip(rates, LinkedRate.Add)]);

    private static ChartTrace Line(ImmutableArray<double> x, string name, LinkedTrend trend, int color) => new(
        ChartTraceKind.Line, name, x, [.. trend.Rates.Select(rate => rate.Share)],
        [.. trend.Rates.Select(rate => rate.Share is { } share ? $"{name} {ShareText.Of(share)}, n {rate.Requests}" : "")], [$"--ch-{1 + (color % 8)}"]) { EndLabel = Shorten(name) };

    private ImmutableArray<DeploymentMark> Marks(LinkedTrend trend) => DeploymentMark.Find(
        Requests.GroupBy(request => (Version: request.Request.Version ?? "", Step: (int)((Instants.Of(request.Request.Start) - trend.From) / trend.Step)))
            .Select(step => new VersionSighting(step.Key.Version, trend.StartOf(step.Key.Step), trend.StartOf(step.Key.Step + 1), step.Count())),
        trend.From, trend.Step);

    private static string Host(string origin) => origin[(origin.IndexOf("://", StringComparison.Ordinal) + 3)..];

    private static string Shorten(string name) => name.Length <= 20 ? name : name[..19] + "…";
}
