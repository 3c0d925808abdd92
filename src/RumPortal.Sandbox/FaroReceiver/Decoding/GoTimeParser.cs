using RumPortal.Sandbox.FaroReceiver.Payloads;

namespace RumPortal.Sandbox.FaroReceiver.Decoding;

/// <summary>
/// Reads what Go's <c>time.Time.UnmarshalJSON</c> accepts: RFC 3339, and the few spellings its lenient parser lets through besides (an hour
/// of one digit, a comma before the fraction, offsets up to 24:60).
/// </summary>
/// <remarks>
/// <c>2026-08-20T03:14:07.250Z</c>, <c>2026-08-20T11:14:07.5+08:00</c>. Digits after the ninth of the fraction are dropped.
/// Refused: lower-case <c>t</c> and <c>z</c>, a missing zone, days that the month has not, second 60, escapes inside the JSON string.
/// </remarks>
public static class GoTimeParser
{
    public static bool TryParse(ReadOnlySpan<byte> text, out GoTime time)
    {
        time = default;
        var rest = text;
        if (!Digits(ref rest, 4, out var year) || !Literal(ref rest, '-')) return false;
        if (!Digits(ref rest, 2, out var month) || month is < 1 or > 12 || !Literal(ref rest, '-')) return false;
        if (!Digits(ref rest, 2, out var day) || day < 1 || day > DaysIn(year, month) || !Literal(ref rest, 'T')) return false;
        if (!Clock(ref rest, out var hour, out var minute, out var second)) return false;
        if (!Fraction(ref rest, out var nanosecond) || !Zone(ref rest, out var offset) || !rest.IsEmpty) return false;
        time = new GoTime
        {
            Year = year, Month = month, Day = day,
            Hour = hour, Minute = minute, Second = second, Nanosecond = nanosecond,
            OffsetMinutes = offset,
        };
        return true;
    }

    private static bool Clock(ref ReadOnlySpan<byte> rest, out int hour, out int minute, out int second)
    {
        minute = second = 0;
        if (!Digits(ref rest, 2, out hour) && !Digits(ref rest, 1, out hour)) return false;
        return hour < 24 && Literal(ref rest, ':') && Digits(ref rest, 2, out minute) && minute < 60
            && Literal(ref rest, ':') && Digits(ref rest, 2, out second) && second < 60;
    }

    private static bool Fraction(ref ReadOnlySpan<byte> rest, out int nanosecond)
    {
        nanosecond = 0;
        if (rest.Length < 2 || rest[0] is not ((byte)'.' or (byte)',') || !char.IsAsciiDigit((char)rest[1])) return true;
        var length = 1;
        for (; length < rest.Length && char.IsAsciiDigit((char)rest[length]); length++)
            if (length <= 9) nanosecond = (nanosecond * 10) + (rest[length] - '0');
        for (var digits = length - 1; digits < 9; digits++) nanosecond *= 10;
        rest = rest[length..];
        return true;
    }

    private static bool Zone(ref ReadOnlySpan<byte> rest, out int offset)
    {
        offset = 0;
        if (Literal(ref rest, 'Z')) return true;
        var negative = rest is [(byte)'-', ..];
        if (!negative && rest is not [(byte)'+', ..]) return false;
        rest = rest[1..];
        if (!Digits(ref rest, 2, out var hours) || hours > 24 || !Literal(ref rest, ':')) return false;
        if (!Digits(ref rest, 2, out var minutes) || minutes > 60) return false;
        offset = (negative ? -1 : 1) * ((hours * 60) + minutes);
        return true;
    }

    private static bool Digits(ref ReadOnlySpan<byte> rest, int count, out int value)
    {
        value = 0;
        if (rest.Length < count) return false;
        foreach (var digit in rest[..count])
        {
            if (!char.IsAsciiDigit((char)digit)) return false;
            value = (value * 10) + (digit - '0');
        }

        rest = rest[count..];
        return true;
    }

    private static bool Literal(ref ReadOnlySpan<byte> rest, char expected)
    {
        if (rest.IsEmpty || rest[0] != expected) return false;
        rest = rest[1..];
        return true;
    }

    private static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
