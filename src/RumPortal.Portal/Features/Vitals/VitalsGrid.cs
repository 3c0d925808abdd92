using RumPortal.Clients.Prometheus;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>
/// The steps of a page about vitals. Everything on the page is about the same whole steps, so that its numbers agree with each other, and
/// viewers who come within one step ask the same.
/// </summary>
public static class VitalsGrid
{
    private const int MostSteps = 150;

    /// <summary>Steps of at least one interval of what is recorded; the first instant ends the first step.</summary>
    public static StepGrid Of(TimeRange range)
    {
        var grid = StepGrid.Cover(range, MostSteps);
        if (grid.Step < RecordedTier.FiveMinutes.Interval) grid = StepGrid.Cover(range, RecordedTier.FiveMinutes.Interval);
        return grid with { Start = grid.Start + grid.Step };
    }

    /// <summary>All of the time that the steps cover.</summary>
    public static TimeRange RangeOf(StepGrid grid) => new(grid.Start - grid.Step, grid.End);

    /// <summary>The whole seconds that cover a range; queries count in no less than milliseconds.</summary>
    public static TimeRange WholeSecondsOf(TimeRange range)
    {
        var seconds = StepGrid.Cover(range, TimeSpan.FromSeconds(1));
        return new TimeRange(seconds.Start, seconds.End);
    }

    /// <summary>The same steps over another range of the same length, for a comparison step by step.</summary>
    public static StepGrid Shift(StepGrid grid, TimeSpan back) => new(grid.Start - back, grid.End - back, grid.Step);

    public static IReadOnlyList<DateTimeOffset> Instants(StepGrid grid) => [.. Enumerable.Range(0, grid.Points).Select(i => grid.Start + grid.Step * i)];

    /// <summary>The steps that begin at an instant or later; null when there is none.</summary>
    public static StepGrid? Since(StepGrid grid, DateTimeOffset first) => Choose(grid, begin => begin >= first);

    /// <summary>The steps that begin in a range; null when there is none.</summary>
    public static StepGrid? BegunIn(StepGrid grid, TimeRange range) => Choose(grid, begin => begin >= range.From && begin < range.To);

    /// <summary>The range in parts of at most this length.</summary>
    public static IEnumerable<TimeRange> Parts(TimeRange range, TimeSpan longest)
    {
        for (var from = range.From; from < range.To; from += longest)
            yield return new TimeRange(from, from + longest < range.To ? from + longest : range.To);
    }

    private static StepGrid? Choose(StepGrid grid, Func<DateTimeOffset, bool> isWanted)
    {
        var ends = Instants(grid).Where(end => isWanted(end - grid.Step)).ToList();
        return ends.Count == 0 ? null : new StepGrid(ends[0], ends[^1], grid.Step);
    }
}
