using System.Globalization;

namespace RumPortal.Sandbox.FaroReceiver.Payloads;

/// <summary>
/// A point in time as Go's <c>time.Time</c> prints it: the wall clock of the text it was parsed from and that text's offset. The default
/// value prints as Go's zero time, year 1. The year is 0 to 9999 (<see cref="DateTimeOffset"/> has no year 0), the offset counts minutes
/// east of UTC; 0 prints as <c>UTC</c>, because the receiver's own zone is UTC and Go prefers its name.
/// </summary>
public readonly record struct GoTime
{
    public int Year { get; init; }

    public int Month { get; init; }

    public int Day { get; init; }

    public int Hour { get; init; }

    public int Minute { get; init; }

    public int Second { get; init; }

    public int Nanosecond { get; init; }

    public int OffsetMinutes { get; init; }

    /// <summary>Go's layout <c>2006-01-02 15:04:05.999999999 -0700 MST</c>; a zone without a name repeats the offset.</summary>
    /// <example><c>2026-08-20 03:14:07.25 +0000 UTC</c>, <c>2026-08-20 11:14:07.5 +0800 +0800</c></example>
    public override string ToString()
    {
        if (this == default) return "0001-01-01 00:00:00 +0000 UTC";
        var fraction = Nanosecond == 0 ? "" : "." + Nanosecond.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Year:D4}-{Month:D2}-{Day:D2} {Hour:D2}:{Minute:D2}:{Second:D2}{fraction} {Zone()}");
    }

    private string Zone()
    {
        if (OffsetMinutes == 0) return "+0000 UTC";
        var (hours, minutes) = Math.DivRem(Math.Abs(OffsetMinutes), 60);
        var offset = string.Create(CultureInfo.InvariantCulture, $"{(OffsetMinutes < 0 ? '-' : '+')}{hours:D2}{minutes:D2}");
        return $"{offset} {offset}";
    }
}
