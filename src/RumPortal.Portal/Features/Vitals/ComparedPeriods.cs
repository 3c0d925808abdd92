using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>Names and ranges of <see cref="ComparedPeriod"/>.</summary>
public static class ComparedPeriods
{
    private static readonly TimeSpan AWeek = TimeSpan.FromDays(7);

    public static string NameOf(ComparedPeriod period) => period switch
    {
        ComparedPeriod.Previous => "period before",
        ComparedPeriod.Week => "week before",
        ComparedPeriod.Release => "version before",
        _ => "nothing",
    };

    /// <summary>The range to compare with; null for none, and where time does not reach back that far.</summary>
    public static TimeRange? RangeOf(ComparedPeriod period, TimeRange range) => period switch
    {
        ComparedPeriod.Previous => Before(range, range.Duration),
        ComparedPeriod.Week => Before(range, AWeek * Math.Ceiling(range.Duration / AWeek)),
        ComparedPeriod.Release => range,
        _ => null,
    };

    // An address may name the first year there is.
    private static TimeRange? Before(TimeRange range, TimeSpan back) =>
        range.From - DateTimeOffset.MinValue >= back ? new TimeRange(range.From - back, range.To - back) : null;
}
