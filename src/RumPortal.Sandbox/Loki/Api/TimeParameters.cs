using System.Globalization;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Loki.Store;

namespace RumPortal.Sandbox.Loki.Api;

/// <summary>Times, ranges and steps as Loki reads them. All values are nanoseconds.</summary>
/// <remarks>
/// <c>1795132800</c> (up to ten digits) is seconds, longer integers are nanoseconds (milliseconds as well!), <c>1795132800.5</c> is seconds,
/// anything else RFC 3339.
/// </remarks>
internal static class TimeParameters
{
    private const long DefaultSince = GoDuration.Hour;
    private const int MaxSecondDigits = 10;

    public static long Now(TimeProvider clock) => (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * 100;

    /// <exception cref="BadRequestException">One of <c>start</c>, <c>end</c>, <c>since</c> is wrong.</exception>
    public static (long Start, long End) Bounds(RequestParameters parameters, long now)
    {
        var since = DefaultSince;
        if (parameters.Get("since") is { Length: > 0 } text && !GoDuration.TryParsePrometheus(text, out since, out var error))
            throw new BadRequestException($"could not parse 'since' parameter: {error}");
        var end = Time(parameters, "end", now);
        return (Time(parameters, "start", Nanoseconds.Minus(Math.Min(end, now), since)), end);
    }

    /// <exception cref="BadRequestException">The value is no time.</exception>
    public static long Time(RequestParameters parameters, string name, long byDefault)
    {
        var text = parameters.Get(name);
        if (text.Length == 0) return byDefault;
        if (text.Contains('.', StringComparison.Ordinal) && GoFloat.TryParse(text, out var seconds, out _)) return FromSeconds(name, seconds);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
            return text.Length <= MaxSecondDigits ? Nanoseconds.Times(integer, GoDuration.Second) : integer;
        return TryRfc3339(text) ?? throw new BadRequestException($"could not parse '{name}' parameter: strconv.ParseInt: parsing {GoQuote.Quote(text)}: invalid syntax");
    }

    /// <summary>Seconds with an optional fraction, or a Prometheus duration.</summary>
    /// <exception cref="BadRequestException">The value is neither.</exception>
    public static long Duration(string text)
    {
        if (GoFloat.TryParse(text, out var seconds, out _))
        {
            var nanoseconds = seconds * GoDuration.Second;
            return nanoseconds is > long.MinValue and < long.MaxValue
                ? (long)nanoseconds
                : throw new BadRequestException($"cannot parse {GoQuote.Quote(text)} to a valid duration. It overflows int64");
        }

        return GoDuration.TryParsePrometheus(text, out var duration, out _) ? duration : throw new BadRequestException($"cannot parse {GoQuote.Quote(text)} to a valid duration");
    }

    private static long FromSeconds(string name, double seconds)
    {
        var whole = Math.Truncate(seconds);
        if (!(Math.Abs(whole) < long.MaxValue / GoDuration.Second)) throw new BadRequestException($"could not parse '{name}' parameter: time out of range");
        // Loki rounds the fraction to milliseconds.
        return ((long)whole * GoDuration.Second) + (long)Math.Round(Math.Round((seconds - whole) * 1000) / 1000 * GoDuration.Second);
    }

    private static long? TryRfc3339(string text)
    {
        string[] formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
        // Nine digits of a second are valid, but the type holds seven; the rest is added by hand.
        var (trimmed, rest) = SplitFraction(text);
        if (!trimmed.EndsWith('Z') && trimmed.Length < 25) return null;
        return DateTimeOffset.TryParseExact(trimmed, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? ((time - DateTimeOffset.UnixEpoch).Ticks * 100) + rest
            : null;
    }

    private static (string Text, long Nanoseconds) SplitFraction(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0) return (text, 0);
        var digits = text.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9');
        if (digits is not (8 or 9)) return (text, 0);
        var rest = int.Parse(text.AsSpan(point + 8, digits - 7), CultureInfo.InvariantCulture) * (digits == 8 ? 10 : 1);
        return (text[..(point + 8)] + text[(point + 1 + digits)..], rest);
    }
}
