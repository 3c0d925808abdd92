namespace RumPortal.Domain.Vitals.Recording;

/// <summary>How many distinct combinations of bucket and labels one vital had in one interval of a rule: the series it would write.</summary>
public readonly record struct CombinationCount(DateTimeOffset Interval, string Vital, long Combinations);
