using RumPortal.Domain.Faro;
using RumPortal.Domain.Vitals.Routes;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>One load of a document, as the browser's navigation timing reports it.</summary>
/// <param name="App">The app.</param>
/// <param name="Version">Null when the line does not say.</param>
/// <param name="Origin">Null when the line names no address.</param>
/// <param name="Host">As <paramref name="Origin"/>.</param>
/// <param name="Route">Empty as <paramref name="Origin"/>.</param>
/// <param name="At">When the line arrived, nanoseconds since 1970.</param>
/// <param name="IsLinked">Whether the server named its trace in the answer, so that the load belongs to one.</param>
public sealed record DocumentLoad(string App, string? Version, string? Origin, string? Host, string Route, long At, bool IsLinked)
{
    /// <summary>The load that a record reports, or null when it reports none.</summary>
    public static DocumentLoad? Of(FaroRecord record, string app, RouteTemplates routes)
    {
        if (record.Kind != FaroKind.Event || record.SharedText(FaroFields.EventName) != FaroEventNames.NavigationTiming) return null;
        _ = RequestAddress.TryParse(record.Text("event_data_name") ?? record.Meta.PageUrl, out var address);
        return new DocumentLoad(
            app, record.Meta.AppVersion, address?.Origin, address?.Host, address is null ? "" : routes.RouteOf(address.Path), record.ArrivalNanoseconds, TraceLink.Of(record) is not null);
    }
}
