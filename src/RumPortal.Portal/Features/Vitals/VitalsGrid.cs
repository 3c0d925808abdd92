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
}
