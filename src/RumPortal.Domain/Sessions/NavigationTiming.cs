using RumPortal.Domain.Faro;

namespace RumPortal.Domain.Sessions;

/// <summary>
/// The load of a document, from an event <c>faro.performance.navigation</c> (item time = start of the load, all values in whole
/// milliseconds, <c>unknown</c> where the browser does not tell).
/// </summary>
/// <param name="Url">The document's address.</param>
/// <param name="Load">From the start to the end of the load event.</param>
/// <param name="TimeToFirstByte">Null when unknown.</param>
/// <param name="Type"><c>navigate</c>, <c>reload</c>, <c>back_forward</c> or <c>prerender</c>.</param>
/// <param name="Status">The response status; null when unknown.</param>
/// <param name="TransferBytes">Bytes over the network; null when unknown.</param>
public sealed record NavigationTiming(string? Url, TimeSpan Load, TimeSpan? TimeToFirstByte, string? Type, int? Status, long? TransferBytes)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>The timing of a record, or null when it is none or does not say how long the load took.</summary>
    public static NavigationTiming? Of(FaroRecord record)
    {
        if (record.Kind != FaroKind.Event || record.SharedText(FaroFields.EventName) != FaroEventNames.NavigationTiming) return null;
        if (Milliseconds(record, "event_data_duration") is not { } load) return null;
        return new NavigationTiming(
            record.Text("event_data_name"),
            load,
            Milliseconds(record, "event_data_ttfb"),
            record.SharedText("event_data_type"),
            Whole(record, "event_data_responseStatus") is { } status and > 0 and < 1000 ? (int)status : null,
            Whole(record, "event_data_transferSize"));
    }

    internal static TimeSpan? Milliseconds(FaroRecord record, string key) =>
        record.TryGetNumber(key, out var number) && number >= 0 && number <= Longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(number) : null;

    internal static long? Whole(FaroRecord record, string key) =>
        record.TryGetNumber(key, out var number) && number is >= 0 and < 1e15 ? (long)number : null;
}
