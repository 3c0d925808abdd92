using System.Globalization;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Literals;

namespace RumPortal.Sandbox.Tempo.Api;

/// <summary>Times and steps of metrics queries, in nanoseconds. A time is seconds, perhaps with a fraction, or nanoseconds, or RFC 3339; a step is a duration or seconds.</summary>
/// <remarks><c>1795132800</c>, <c>1795132800.5</c>, <c>1795132800000000000</c>, <c>2026-11-20T00:00:00Z</c>; <c>60s</c>, <c>1m</c>, <c>60</c></remarks>
internal static class MetricsParameters
{
    private const int MaxSecondDigits = 10;
    private const ulong Second = GoDuration.Second;
    private const ulong DefaultPoints = 240;
    private const ulong StepUnit = 5 * Second;

    /// <exception cref="BadRequestException">A time cannot be read, or the range is too long or not one.</exception>
    public static (ulong Start, ulong End) Range(IQueryCollection query, TimeProvider clock, TimeSpan longest)
    {
        var now = (ulong)(clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * 100;
        var end = query["end"].ToString() is { Length: > 0 } endText ? Time("end", endText) : now;
        var start = query["start"].ToString() is { Length: > 0 } startText ? Time("start", startText) : end - Math.Min(end, Since(query["since"].ToString()));
        if (start >= end) throw new BadRequestException("end must be greater than start");
        return end - start <= (ulong)longest.Ticks * 100
            ? (start, end)
            : throw new BadRequestException($"metrics query time range exceeds the maximum allowed duration of {GoDuration.FormatGo(longest.Ticks * 100)}");
    }

    /// <exception cref="BadRequestException">It is no step, or so small that there are too many points.</exception>
    public static ulong Step(IQueryCollection query, ulong start, ulong end, int maxPoints)
    {
        var text = query["step"].ToString();
        var step = text.Length == 0 ? DefaultStep(end - start) : Duration("step", text);
        if (step == 0) throw new BadRequestException("step must be greater than 0");
        if ((end - start) / step <= (ulong)maxPoints) return step;
        var least = GoDuration.FormatGo((long)((end - start) / (ulong)maxPoints));
        throw new BadRequestException($"step of {GoDuration.FormatGo((long)step)} is too small, minimum step for given range is {least}");
    }

    private static ulong DefaultStep(ulong range) => Math.Max(range / DefaultPoints / StepUnit * StepUnit, Second);

    private static ulong Since(string text) => text.Length == 0 ? GoDuration.Hour : Duration("since", text);

    private static ulong Duration(string name, string text)
    {
        if (GoDuration.TryParseEither(text, out var nanoseconds) && nanoseconds >= 0) return (ulong)nanoseconds;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e9) return (ulong)(seconds * Second);
        throw new BadRequestException($"invalid {name}: cannot parse {GoQuote.Quote(text)} to a valid duration");
    }

    private static ulong Time(string name, string text)
    {
        if (text.All(char.IsAsciiDigit) && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
        {
            var nanoseconds = text.Length <= MaxSecondDigits ? whole * Second : whole;
            if (nanoseconds <= long.MaxValue) return nanoseconds;
        }
        else if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e10m)
        {
            // The fraction of a time is milliseconds.
            return (ulong)(decimal.Round(seconds, 3) * Second);
        }
        else if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time > DateTimeOffset.UnixEpoch && text.Contains('T', StringComparison.Ordinal))
        {
            return (ulong)(time - DateTimeOffset.UnixEpoch).Ticks * 100;
        }

        throw new BadRequestException($"invalid {name}: cannot parse {GoQuote.Quote(text)} to a valid timestamp");
    }
}
