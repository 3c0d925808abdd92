using System.Globalization;
using System.Text.Json;

namespace RumPortal.Sandbox.Ruler.Api;

/// <summary>What <c>POST /sandbox/ruler/evaluate</c> asks for. Times are RFC 3339 texts or Unix seconds.</summary>
/// <remarks>
/// <code>
/// (no body)                                                          the ruler's groups, now
/// {"time": "2026-08-20T10:00:00Z"}                                   the ruler's groups, at this time
/// {"from": "2026-08-20T09:00:00Z", "to": "2026-08-20T10:00:00Z"}     every group of the ruler and of Prometheus at each time at which it is due
/// </code>
/// </remarks>
internal sealed record EvaluationRequest(DateTimeOffset From, DateTimeOffset To, bool IsRange)
{
    /// <summary>As long as the longest history of the demo, with a day to spare.</summary>
    private static readonly TimeSpan LongestRange = TimeSpan.FromDays(61);

    /// <summary>No sample of the sandbox lies outside of these years; times beyond them would be typing errors.</summary>
    private static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch, Latest = Earliest.AddYears(200);

    /// <param name="json">The body; empty for none.</param>
    /// <param name="now">The time of a request that names none.</param>
    /// <exception cref="FormatException">The body asks for something else; the message says what is possible.</exception>
    public static EvaluationRequest Parse(ReadOnlyMemory<byte> json, DateTimeOffset now)
    {
        if (json.Span.Trim(" \t\r\n"u8).IsEmpty) return new(now, now, false);
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement, now);
        }
        catch (JsonException e)
        {
            throw new FormatException($"the body is not JSON: {e.Message}", e);
        }
    }

    private static EvaluationRequest Read(JsonElement body, DateTimeOffset now)
    {
        if (body.ValueKind != JsonValueKind.Object || body.EnumerateObject().Any(member => member.Name is not ("time" or "from" or "to")))
            throw new FormatException("the body may have the members time, or from and to");
        var (time, from, to) = (Time(body, "time"), Time(body, "from"), Time(body, "to"));
        return (time, from, to) switch
        {
            (null, null, null) => new(now, now, false),
            ({ } at, null, null) => new(at, at, false),
            (null, { } start, var end) when (end ?? now) is var until && start <= until && until - start <= LongestRange => new(start, until, true),
            (null, not null, _) => throw new FormatException($"from must be before to, by at most {LongestRange.TotalDays} days"),
            (null, null, _) => throw new FormatException("to needs a from"),
            _ => throw new FormatException("time stands alone, without from and to"),
        };
    }

    private static DateTimeOffset? Time(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        DateTimeOffset time;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds >= 0 && seconds < (Latest - Earliest).TotalSeconds)
            return Earliest.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
        if (value.ValueKind == JsonValueKind.String && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time)
            && time >= Earliest && time < Latest) return time.ToUniversalTime();
        throw new FormatException($"{name} is not a time: RFC 3339 such as 2026-08-20T10:00:00Z, or Unix seconds");
    }
}
