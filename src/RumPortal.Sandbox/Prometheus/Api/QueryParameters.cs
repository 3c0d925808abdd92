using System.Globalization;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Prometheus.PromQl.Syntax;

namespace RumPortal.Sandbox.Prometheus.Api;

/// <summary>The parameters of Prometheus' API.</summary>
/// <remarks>A time is <c>1795132800.5</c> (seconds) or RFC 3339; a duration <c>15</c> (seconds) or <c>1m30s</c>.</remarks>
internal static class QueryParameters
{
    /// <summary>About 280,000 years: beyond, sums with offsets and ranges would overflow. Prometheus has such a bound as well.</summary>
    public const long MaxTime = 1L << 53;

    /// <exception cref="PromQlException">One is no selector.</exception>
    public static IReadOnlyList<IReadOnlyList<LabelMatcher>> Selectors(RequestParameters parameters) => [.. parameters.All("match[]").Select(PromQlParser.ParseSelector)];

    /// <summary>Milliseconds since 1970.</summary>
    /// <exception cref="BadRequestException">It is no time, or missing when there is no default.</exception>
    public static long Time(RequestParameters parameters, string name, long? byDefault = null)
    {
        var text = parameters.Get(name);
        if (text.Length == 0 && byDefault is { } value) return value;
        if (GoFloat.TryParse(text, out var seconds, out _) && !double.IsNaN(seconds)) return (long)Math.Round(Math.Clamp(seconds * 1000, -MaxTime, MaxTime));
        return Rfc3339(text) ?? throw Invalid(name, $"Invalid time value for '{name}': cannot parse {GoQuote.Quote(text)} to a valid timestamp");
    }

    /// <summary>Nanoseconds.</summary>
    /// <exception cref="BadRequestException">It is no duration.</exception>
    public static long Duration(RequestParameters parameters, string name)
    {
        var text = parameters.Get(name);
        if (GoFloat.TryParse(text, out var seconds, out _))
        {
            var nanoseconds = seconds * GoDuration.Second;
            if (double.IsNaN(nanoseconds)) return 0;
            return nanoseconds is > long.MinValue and < long.MaxValue
                ? (long)nanoseconds
                : throw Invalid(name, $"cannot parse {GoQuote.Quote(text)} to a valid duration. It overflows int64");
        }

        return GoDuration.TryParsePrometheus(text, out var duration, out _) ? duration : throw Invalid(name, $"cannot parse {GoQuote.Quote(text)} to a valid duration");
    }

    public static BadRequestException Invalid(string name, string reason) => new($"invalid parameter \"{name}\": {reason}");

    private static long? Rfc3339(string text)
    {
        // The type holds seven digits of a second and the result three, so more digits are cut.
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? 0 : text.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9');
        var trimmed = digits > 7 ? text.Remove(point + 8, digits - 7) : text;
        string[] formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
        if (!trimmed.EndsWith('Z') && trimmed.Length < 25) return null;
        return DateTimeOffset.TryParseExact(trimmed, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUnixTimeMilliseconds() : null;
    }
}
