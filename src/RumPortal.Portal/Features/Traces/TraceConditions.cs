using System.Globalization;
using RumPortal.Portal.Components.Filters;

namespace RumPortal.Portal.Features.Traces;

/// <summary>What a search for traces asks beside app, environment, version and time. Null for no condition.</summary>
/// <remarks><code>?service=payment-api&amp;route=/orders&amp;status=error&amp;min=500&amp;max=3000&amp;user=u-17&amp;session=k3VbN8qLwZ&amp;q={ span.db.system.name = "postgresql" }</code></remarks>
/// <param name="Service">A service that takes part, by its whole name.</param>
/// <param name="Route">Text in the called address or the name of a span.</param>
/// <param name="Status">How the traces ended.</param>
/// <param name="HttpStatus">Status of a response, 100 to 599; written in the place of <paramref name="Status"/>.</param>
/// <param name="Min">Shortest duration of the whole trace, milliseconds.</param>
/// <param name="Max">Longest duration of the whole trace, milliseconds.</param>
/// <param name="User">A visitor's id or name, whole.</param>
/// <param name="Session">A session's id, whole.</param>
/// <param name="TraceQl">A query of the viewer's own that the traces must fulfil too.</param>
public sealed record TraceConditions(
    string? Service = null, string? Route = null, TraceStatus Status = TraceStatus.Any, int? HttpStatus = null, int? Min = null, int? Max = null,
    string? User = null, string? Session = null, string? TraceQl = null)
{
    public const int LongestText = 200, LongestQuery = 4096;

    private const int LongestDuration = 24 * 3600 * 1000;

    public static TraceConditions None { get; } = new();

    /// <summary>Both kinds of status as one word; null for any.</summary>
    public string? StatusText => HttpStatus?.ToString(CultureInfo.InvariantCulture) ?? (Status == TraceStatus.Any ? null : Status.ToString().ToLowerInvariant());

    /// <summary>Reads the conditions; for each that makes no sense there is a sentence in <paramref name="faults"/>, and it is left out.</summary>
    public static TraceConditions Parse(QueryReader query, ICollection<string> faults)
    {
        var (status, httpStatus) = StatusOf(query.First("status"), faults);
        var conditions = new TraceConditions(
            Text("service"), Text("route"), status, httpStatus, Milliseconds("min"), Milliseconds("max"),
            Text("user"), Text("session"), Text("q", LongestQuery));
        if (conditions is not { Min: { } min, Max: { } max } || min <= max) return conditions;
        faults.Add($"No trace takes at least {min} ms and at most {max} ms.");
        return conditions with { Min = null, Max = null };

        string? Text(string key, int longest = LongestText)
        {
            var text = query.First(key)?.Trim();
            if (text is null or "") return null;
            if (text.Length <= longest && !text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t'))) return text;
            faults.Add($"The {key} is longer than {longest} characters or no plain text.");
            return null;
        }

        int? Milliseconds(string key)
        {
            if (query.First(key) is not { } text) return null;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= LongestDuration) return number;
            faults.Add($"{key} is a duration in whole milliseconds, a day at most.");
            return null;
        }
    }

    public QueryWriter AddTo(QueryWriter query) => query
        .Add("service", Service)
        .Add("route", Route)
        .Add("status", StatusText)
        .Add("min", Min?.ToString(CultureInfo.InvariantCulture))
        .Add("max", Max?.ToString(CultureInfo.InvariantCulture))
        .Add("user", User)
        .Add("session", Session)
        .Add("q", TraceQl);

    private static (TraceStatus Status, int? HttpStatus) StatusOf(string? text, ICollection<string> faults)
    {
        switch (text?.Trim().ToLowerInvariant())
        {
            case null or "": return (TraceStatus.Any, null);
            case "error": return (TraceStatus.Error, null);
            case "ok": return (TraceStatus.Ok, null);
            case { Length: 3 } code when int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 100 and <= 599:
                return (TraceStatus.Any, number);
            default:
                faults.Add("status is error, ok or the status of a response such as 503.");
                return (TraceStatus.Any, null);
        }
    }
}
