using System.Collections.Immutable;
using System.Globalization;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces;
using RumPortal.Portal.Components.Charts;
using RumPortal.Portal.Components.Time;

namespace RumPortal.Portal.Features.Traces;

/// <summary>Durations of found traces over time, on a logarithmic scale: slow ones are few and many times as long as the others.</summary>
/// <param name="Rows">Points in the order of the chart: first those that did not fail, then those that did.</param>
public sealed record TraceScatter(ChartFigure Figure, ImmutableArray<ImmutableArray<TraceRow>> Rows)
{
    // A trace of no millisecond has a place too.
    private const double Shortest = 0.5;

    public static TraceScatter Of(IEnumerable<TraceRow> traces, TimeRange range, TimeZoneInfo zone)
    {
        var rows = traces.ToLookup(row => row.HasFailed);
        ImmutableArray<ImmutableArray<TraceRow>> groups = [[.. rows[false]], [.. rows[true]]];
        var highest = Math.Ceiling(Math.Log10(groups.SelectMany(group => group).Select(row => row.Duration.TotalMilliseconds).DefaultIfEmpty(1000).Max() + 1));
        var figure = new ChartFigure
        {
            X = new ChartAxis(ChartTime.Position(range.From, zone), ChartTime.Position(range.To, zone), [], IsTime: true, CanZoom: true),
            Y = new ChartAxis(Math.Log10(Shortest), highest, Ticks(highest)),
            Traces = [Points("no error", groups[0], zone, "--ch-1"), Points("error", groups[1], zone, "--ev-error") with { Symbol = ChartSymbol.Cross }],
            RightMargin = 12,
        };
        return new TraceScatter(figure, groups);
    }

    private static ChartTrace Points(string name, ImmutableArray<TraceRow> rows, TimeZoneInfo zone, string color) => new(
        ChartTraceKind.Points, name,
        [.. rows.Select(row => ChartTime.Position(row.Start, zone))],
        [.. rows.Select(row => (double?)Math.Log10(Math.Max(Shortest, row.Duration.TotalMilliseconds)))],
        [.. rows.Select(row => $"{Durations.Measured(row.Duration)} {row.Title}")],
        [color]);

    private static ImmutableArray<ChartTick> Ticks(double highest) =>
    [
        .. Enumerable.Range(0, (int)highest + 1).Select(power => new ChartTick(power, power < 3
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Pow(10, power):0} ms")
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Pow(10, power - 3):0} s"))),
    ];
}
