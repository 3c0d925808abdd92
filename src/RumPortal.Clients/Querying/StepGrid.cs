using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Querying;

/// <summary>
/// The instants at which a metric query is evaluated so that windows of one step cover a range without gap or overlap. They are multiples
/// of the step since 1970: viewers a few seconds apart ask the same question, and a results cache can answer it.
/// </summary>
/// <param name="Start">The first instant. Its window ends there, so that it holds what is up to one step older.</param>
/// <param name="End">The last instant, at or after the end of the range.</param>
/// <param name="Step">The distance, which is also the window.</param>
public readonly record struct StepGrid(DateTimeOffset Start, DateTimeOffset End, TimeSpan Step)
{
    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
        TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(7), TimeSpan.FromDays(14), TimeSpan.FromDays(28),
    ];

    /// <summary>How many instants there are.</summary>
    public int Points => (int)Math.Min(int.MaxValue, ((End - Start).Ticks / Step.Ticks) + 1);

    /// <summary>The grid of the finest usual step with which the range needs at most so many instants.</summary>
    public static StepGrid Cover(TimeRange range, int mostPoints)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostPoints, 3);
        foreach (var step in Steps)
        {
            var grid = Cover(range, step);
            if (grid.Points <= mostPoints) return grid;
        }
        return Cover(range, TimeSpan.FromDays(Math.Ceiling(range.Duration.TotalDays / (mostPoints - 2))));
    }

    /// <summary>The grid of one step.</summary>
    public static StepGrid Cover(TimeRange range, TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, TimeSpan.FromMilliseconds(1));
        var start = Floor(range.From, step);
        var end = Floor(range.To, step);
        return new StepGrid(start, end < range.To && DateTimeOffset.MaxValue - end > step ? end + step : end, step);
    }

    private static DateTimeOffset Floor(DateTimeOffset instant, TimeSpan step)
    {
        var sinceEpoch = (instant - DateTimeOffset.UnixEpoch).Ticks;
        var rest = ((sinceEpoch % step.Ticks) + step.Ticks) % step.Ticks;
        return instant.AddTicks(-Math.Min(rest, instant.Ticks));
    }
}
