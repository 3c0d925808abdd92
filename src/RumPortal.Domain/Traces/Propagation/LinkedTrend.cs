using System.Collections.Immutable;
using RumPortal.Domain.Querying;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>The linked rate over steps of a range.</summary>
/// <param name="From">The start of the first step.</param>
/// <param name="Step">How long each is.</param>
/// <param name="Rates">One for each step, also for those without requests.</param>
public sealed record LinkedTrend(DateTimeOffset From, TimeSpan Step, ImmutableArray<LinkedRate> Rates)
{
    private const int MostSteps = 48;

    private static readonly ImmutableArray<TimeSpan> Steps =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromDays(1), TimeSpan.FromDays(7), TimeSpan.FromDays(28),
    ];

    public static LinkedTrend Of(IEnumerable<JudgedRequest> requests, TimeRange range)
    {
        var step = Steps.FirstOrDefault(step => range.Duration <= step * MostSteps, Steps[^1]);
        var rates = new LinkedRate[(int)Math.Clamp(Math.Ceiling(range.Duration / step), 1, MostSteps)];
        foreach (var request in requests)
        {
            // What a browser's clock puts outside of the range belongs to its nearest end.
            var place = Math.Clamp((int)((Instants.Of(request.Request.Start) - range.From) / step), 0, rates.Length - 1);
            rates[place] += new LinkedRate(1, request.IsLinked ? 1 : 0);
        }
        return new LinkedTrend(range.From, step, [.. rates]);
    }

    public DateTimeOffset StartOf(int index) => From + (Step * index);
}
