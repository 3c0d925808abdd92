using System.Globalization;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Vitals;

namespace RumPortal.Domain.Sessions;

/// <summary>An event in words. All of it is text of strangers.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Detail">To whom, how long, with what result; may be empty.</param>
/// <param name="Tag">A short mark at the end of the row (<c>SPA</c>, <c>503</c>, <c>v118</c>), or null.</param>
/// <param name="Rating">Of a vital.</param>
/// <param name="Trace">Where the row leads.</param>
public sealed record SessionEventText(string Title, string Detail, string? Tag = null, VitalRating? Rating = null, TraceLink? Trace = null)
{
    private const int Longest = 400;

    /// <summary>The words for an event; total, whatever its line holds.</summary>
    public static SessionEventText Of(SessionEvent happened)
    {
        var text = happened.Type switch
        {
            FaroCategory.PageView => PageView(happened.Record),
            FaroCategory.Navigation => Navigation(happened.Record),
            FaroCategory.Action => Action(happened.Record),
            FaroCategory.Log when happened.Record.Kind == FaroKind.Unknown => Unknown(happened.Record),
            FaroCategory.Log => Log(happened.Record),
            FaroCategory.Error => Error(happened.Record),
            FaroCategory.Vital => Vital(happened.Record),
            FaroCategory.Request => Request(happened.Record),
            _ => Event(happened.Record),
        };
        return text with { Title = OneLine(text.Title), Detail = OneLine(text.Detail), Trace = TraceLink.Of(happened.Record) };
    }

    private static SessionEventText Unknown(FaroRecord record) => new("unknown line", NamesVisitor(record) ? Values(record, "") : record.ToString());

    private static SessionEventText PageView(FaroRecord record) => record.SharedText(FaroFields.EventName) switch
    {
        FaroEventNames.ViewChanged => new("View", Change(record.Text("event_data_fromView"), record.Text("event_data_toView")), "SPA"),
        FaroEventNames.RouteChange => new("Route", Change(record.Text("event_data_fromRoute"), record.Text("event_data_toRoute") ?? record.Text("event_data_route")), "SPA"),
        FaroEventNames.SoftNavigation => new("Page view", Change(Path(record.Text("event_data_fromUrl")), Path(record.Text("event_data_toUrl"))), "SPA"),
        _ => new("Page view", Path(record.Text("event_data_name") ?? record.Meta.PageUrl) ?? "", record.Meta.AppVersion is { } version ? "v" + version : null),
    };

    private static SessionEventText Navigation(FaroRecord record)
    {
        if (NavigationTiming.Of(record) is not { } timing) return new("Page load", "");
        return new($"Loaded in {Measured(timing.Load)}", Joined(
            Path(timing.Url),
            timing.TimeToFirstByte is { } wait ? $"first byte {Measured(wait)}" : null,
            timing.Status is { } status ? status.ToString(CultureInfo.InvariantCulture) : null,
            timing.TransferBytes is > 0 and var bytes ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:0.#} kB") : null,
            timing.Type));
    }

    private static SessionEventText Action(FaroRecord record) => new(
        record.Text("event_data_userActionName") ?? "user action",
        Joined("user action",
            NavigationTiming.Milliseconds(record, "event_data_userActionDuration") is { } duration ? Measured(duration) : null,
            record.Text("event_data_userActionTrigger")),
        record.Text("event_data_userActionImportance") == "critical" ? "critical" : null);

    private static SessionEventText Log(FaroRecord record) => new($"console.{record.Text(FaroFields.Level) ?? "log"}", record.Text(FaroFields.Message) ?? "");

    private static SessionEventText Error(FaroRecord record)
    {
        var (type, value) = (record.Text(FaroFields.Type), record.Text(FaroFields.Value));
        return new(type is null ? value ?? "Error" : value is null ? type : $"{type}: {value}", TopFrame(record.Text(FaroFields.StackTrace)));
    }

    private static SessionEventText Vital(FaroRecord record)
    {
        if (FaroWebVital.Of(record) is { } vital && VitalThresholds.Of(vital.Name) is { } limits)
        {
            var target = record.Text("context_element") ?? record.Text("context_interaction_target") ?? record.Text("context_largest_shift_target");
            return new($"{vital.Name.ToUpperInvariant()} {VitalText.Of(vital.Name, vital.Value)}", Joined(target, Path(record.Meta.PageUrl)), Rating: limits.Rate(vital.Value));
        }
        return Measurement(record);
    }

    private static SessionEventText Measurement(FaroRecord record) => new(record.Text(FaroFields.Type) ?? "measurement", Values(record, FaroFields.ValuePrefix));

    private static SessionEventText Request(FaroRecord record)
    {
        if (FaroHttpRequest.Of(record) is not { } request) return Resource(record);
        return new(
            $"{request.Method ?? "Request"} {Path(request.Url) ?? request.Host}",
            Joined(request.Status?.ToString(CultureInfo.InvariantCulture) ?? "no answer", request.Duration is { } duration ? Measured(duration) : null, request.Url is { } url ? PageAddress.Host(url) : request.Host),
            request.Failed ? request.Status?.ToString(CultureInfo.InvariantCulture) ?? request.ErrorType ?? "failed" : null);
    }

    private static SessionEventText Resource(FaroRecord record) => new(
        $"{record.Text("event_data_initiatorType") ?? "resource"} {Path(record.Text("event_data_name"))}",
        Joined(
            NavigationTiming.Whole(record, "event_data_responseStatus") is { } status and > 0 ? status.ToString(CultureInfo.InvariantCulture) : null,
            NavigationTiming.Milliseconds(record, "event_data_duration") is { } duration ? Measured(duration) : null,
            record.Text("event_data_name") is { } url ? PageAddress.Host(url) : null));

    private static SessionEventText Event(FaroRecord record) => record.Kind == FaroKind.Measurement
        ? Measurement(record)
        : new(record.Text(FaroFields.EventName) ?? "event", Values(record, FaroFields.EventDataPrefix));

    private static string Change(string? from, string? to) => from is null or "unknown" ? to ?? "" : $"{from} → {to}";

    private static string TopFrame(string? stackTrace)
    {
        if (stackTrace is null) return "";
        var at = stackTrace.IndexOf("\n  at ", StringComparison.Ordinal);
        if (at < 0) return "";
        var end = stackTrace.IndexOf('\n', at + 6);
        return end < 0 ? stackTrace[(at + 3)..] : stackTrace[(at + 3)..end];
    }

    // The words are for every viewer, so they leave out who the visitor is.
    private static string Values(FaroRecord record, string prefix)
    {
        var values = new List<string>();
        foreach (var field in record.Fields)
            if (values.Count < 6 && field.Name is var key && key.StartsWith(prefix, StringComparison.Ordinal) && !PersonalFields.Include(field.Key)) values.Add($"{key[prefix.Length..]}={field.Value}");
        return string.Join(" ", values);
    }

    private static bool NamesVisitor(FaroRecord record)
    {
        foreach (var field in record.Fields)
            if (PersonalFields.Include(field.Key)) return true;
        return false;
    }

    private static string? Path(string? address) => address is null ? null : PageAddress.Path(address);

    private static string Joined(params string?[] parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));

    private static string Measured(TimeSpan duration) => duration.TotalMilliseconds < 999.5
        ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.00} s");

    // Control characters of a hostile line would break the row; the raw line shows them as they are.
    private static string OneLine(string text)
    {
        var cut = text.Length <= Longest ? text : text[..Longest] + "…";
        return string.Create(cut.Length, cut, (span, source) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsControl(source[i]) ? ' ' : source[i];
        });
    }
}
