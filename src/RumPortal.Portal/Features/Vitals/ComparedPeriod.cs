using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>What the numbers of a range are held against.</summary>
public enum ComparedPeriod
{
    /// <summary>The range before, of the same length: the previous day for the last 24 hours.</summary>
    Previous,

    /// <summary>The same days of the week before, which have the same rhythm; several weeks where the range is longer than one.</summary>
    Week,

    None,
}

/// <summary>Names and ranges of <see cref="ComparedPeriod"/>.</summary>
public static class ComparedPeriods
{
    private static readonly TimeSpan AWeek = TimeSpan.FromDays(7);

    public static string NameOf(ComparedPeriod period) => period switch
    {
        ComparedPeriod.Previous => "period before",
        ComparedPeriod.Week => "week before",
        _ => "nothing",
    };

    /// <summary>The range to compare with; null for none.</summary>
    public static TimeRange? RangeOf(ComparedPeriod period, TimeRange range) => period switch
    {
        ComparedPeriod.Previous => new TimeRange(range.From - range.Duration, range.From),
        ComparedPeriod.Week when AWeek * Math.Ceiling(range.Duration / AWeek) is var back => new TimeRange(range.From - back, range.To - back),
        _ => null,
    };
}
