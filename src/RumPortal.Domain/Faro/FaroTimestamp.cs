using System.Buffers.Text;

namespace RumPortal.Domain.Faro;

/// <summary>
/// The instant that the browser gave an item, in any of the spellings that receivers write. Total: what cannot be read is missing.
/// </summary>
/// <remarks>
/// <code>
/// 2026-08-20 03:14:07.25 +0000 UTC     faro.receiver (Go's time text); the zone's name is ignored, its offset counts
/// 2026-08-20 11:14:07.5 +0800 +0800    the same instant seconds later
/// 2026-08-20T03:14:07.250Z             otelcol.receiver.faro (RFC 3339), also with +08:00
/// 1787195647250                        digits since 1970: up to 11 are seconds, 14 milliseconds, 17 microseconds, 19 nanoseconds
/// 0001-01-01 00:00:00 +0000 UTC        the receiver's word for "no time given": missing
/// </code>
/// Digits beyond 100 ns are cut.
/// </remarks>
public static class FaroTimestamp
{
    private const int DateAndTimeLength = 19;
    private const int LongestText = 128;

    public static bool TryParse(FaroText text, out DateTimeOffset time)
    {
        time = default;
        if (!text.IsEscaped) return TryParse(text.Raw, out time);
        Span<byte> decoded = stackalloc byte[LongestText];
        return text.Raw.Length <= LongestText && TryParse(decoded[..text.Decode(decoded)], out time);
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        var ticks = text.Length < DateAndTimeLength || text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
            ? TicksOfEpoch(text)
            : TicksOfDate(text);
        if (ticks is null || ticks < TimeSpan.TicksPerDay * 366 || ticks > DateTimeOffset.MaxValue.Ticks) return false;
        time = new DateTimeOffset(ticks.Value, TimeSpan.Zero);
        return true;
    }

    private static long? TicksOfEpoch(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > 19 || !Utf8Parser.TryParse(text, out long number, out var consumed)) return null;
        if (consumed != text.Length || number <= 0) return null;
        var sinceEpoch = text.Length switch
        {
            <= 11 => (Int128)number * TimeSpan.TicksPerSecond,
            <= 14 => (Int128)number * TimeSpan.TicksPerMillisecond,
            <= 17 => (Int128)number * TimeSpan.TicksPerMicrosecond,
            _ => number / TimeSpan.NanosecondsPerTick,
        };
        var ticks = DateTimeOffset.UnixEpoch.Ticks + sinceEpoch;
        return ticks > long.MaxValue ? null : (long)ticks;
    }

    private static long? TicksOfDate(ReadOnlySpan<byte> text)
    {
        if (text[4] != '-' || text[7] != '-' || text[13] != ':' || text[16] != ':') return null;
        if (text[10] is not ((byte)' ' or (byte)'T' or (byte)'t')) return null;
        if (!Digits(text, 0, 4, out var year) || !Digits(text, 5, 2, out var month) || !Digits(text, 8, 2, out var day)) return null;
        if (!Digits(text, 11, 2, out var hour) || !Digits(text, 14, 2, out var minute) || !Digits(text, 17, 2, out var second)) return null;
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month)) return null;
        if (hour > 23 || minute > 59 || second > 59) return null;
        var ticks = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks;
        var rest = text[DateAndTimeLength..];
        if (!TryReadFraction(ref rest, out var fraction) || !TryReadOffset(rest, out var offset)) return null;
        return ticks + fraction - offset;
    }

    private static bool TryReadFraction(ref ReadOnlySpan<byte> rest, out long ticks)
    {
        ticks = 0;
        if (rest.IsEmpty || rest[0] is not ((byte)'.' or (byte)',')) return true;
        var digits = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 0) digits = rest.Length - 1;
        var weight = TimeSpan.TicksPerSecond / 10;
        foreach (var digit in rest.Slice(1, digits))
        {
            ticks += (digit - '0') * weight;
            weight /= 10;
        }
        rest = rest[(digits + 1)..];
        return digits > 0;
    }

    // Z, +08:00, or Go's " +0800 CST"; what follows the offset is the zone's name.
    private static bool TryReadOffset(ReadOnlySpan<byte> rest, out long ticks)
    {
        ticks = 0;
        if (rest.SequenceEqual("Z"u8) || rest.SequenceEqual("z"u8)) return true;
        if (!rest.IsEmpty && rest[0] == ' ') rest = rest[1..];
        if (rest.Length < 5 || rest[0] is not ((byte)'+' or (byte)'-')) return false;
        var minuteStart = rest[3] == ':' ? 4 : 3;
        if (rest.Length < minuteStart + 2) return false;
        if (!Digits(rest, 1, 2, out var hours) || !Digits(rest, minuteStart, 2, out var minutes)) return false;
        if (hours > 24 || minutes > 59) return false;
        ticks = (rest[0] == '-' ? -1 : 1) * ((hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute));
        return rest.Length == minuteStart + 2 || rest[minuteStart + 2] == ' ';
    }

    private static bool Digits(ReadOnlySpan<byte> text, int start, int count, out int number)
    {
        number = 0;
        foreach (var character in text.Slice(start, count))
        {
            if (!char.IsAsciiDigit((char)character)) return false;
            number = (number * 10) + character - '0';
        }
        return true;
    }
}
