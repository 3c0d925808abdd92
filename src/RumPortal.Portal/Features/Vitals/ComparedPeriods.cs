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

    /// <summary>The range to compare with; null for none.</summary>
    public static TimeRange? RangeOf(ComparedPeriod period, TimeRange range) => period switch
    {
        ComparedPeriod.Previous => new TimeRange(range.From - range.Duration, range.From),
        ComparedPeriod.Week when AWeek * Math.Ceiling(range.Duration / AWeek) is var back => new TimeRange(range.From - back, range.To - back),
        ComparedPeriod.Release => range,
        _ => null,
    };
}
