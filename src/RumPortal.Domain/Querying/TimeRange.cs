namespace RumPortal.Domain.Querying;

/// <summary>
/// A span of time in UTC, start inclusive and end exclusive: the form in which log stores read ranges, so that two neighbouring
/// ranges hold every line exactly once.
/// </summary>
public readonly record struct TimeRange
{
    /// <exception cref="ArgumentException"><paramref name="to"/> is not after <paramref name="from"/>.</exception>
    public TimeRange(DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from) throw new ArgumentException($"The end {to:O} must be after the start {from:O}.", nameof(to));
        From = from.ToUniversalTime();
        To = to.ToUniversalTime();
    }

    public DateTimeOffset From { get; }

    public DateTimeOffset To { get; }

    public TimeSpan Duration => To - From;

    public bool Contains(DateTimeOffset instant) => instant >= From && instant < To;

    /// <summary>
    /// The range in whole minutes, at least one: queries count in milliseconds, and who asks within the same minute asks the same.
    /// </summary>
    public TimeRange InWholeMinutes()
    {
        var (from, to) = (Floor(From), Floor(To));
        return new TimeRange(from, to > from ? to : from + TimeSpan.FromMinutes(1));
    }

    /// <summary>The range with slack on both sides; it stays within what a <see cref="DateTimeOffset"/> can hold.</summary>
    public TimeRange Widen(TimeSpan before, TimeSpan after) => new(
        From - DateTimeOffset.MinValue > before ? From - before : DateTimeOffset.MinValue,
        DateTimeOffset.MaxValue - To > after ? To + after : DateTimeOffset.MaxValue);

    private static DateTimeOffset Floor(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMinute));
}
