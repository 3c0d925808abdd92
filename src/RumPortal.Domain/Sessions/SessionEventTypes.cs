using System.Diagnostics.CodeAnalysis;
using RumPortal.Domain.Faro;

namespace RumPortal.Domain.Sessions;

/// <summary>Names of the types, and the types that a record's line stands for.</summary>
public static class SessionEventTypes
{
    public static IReadOnlyList<SessionEventType> All { get; } = Enum.GetValues<SessionEventType>();

    /// <summary>The name in the API, in addresses and in the style sheet.</summary>
    public static string NameOf(SessionEventType type) => type switch
    {
        SessionEventType.PageView => "page-view",
        SessionEventType.Navigation => "navigation",
        SessionEventType.Action => "action",
        SessionEventType.Log => "log",
        SessionEventType.Error => "error",
        SessionEventType.Vital => "vital",
        SessionEventType.Request => "request",
        _ => "event",
    };

    public static bool TryParse([NotNullWhen(true)] string? name, out SessionEventType type)
    {
        foreach (var candidate in All)
        {
            type = candidate;
            if (NameOf(candidate) == name) return true;
        }
        type = default;
        return false;
    }

    /// <summary>
    /// The type of a record. The timing of a document's load counts as its page view; the timeline makes a second row of it for
    /// <see cref="SessionEventType.Navigation"/>. A line of unknown kind is shown as an event: nothing is dropped.
    /// </summary>
    public static SessionEventType Of(FaroRecord record) => record.Kind switch
    {
        FaroKind.Log => SessionEventType.Log,
        FaroKind.Exception => SessionEventType.Error,
        FaroKind.Measurement => SessionEventType.Vital,
        _ => OfEvent(record.SharedText(FaroFields.EventName)),
    };

    private static SessionEventType OfEvent(string? name) => name switch
    {
        FaroEventNames.NavigationTiming or FaroEventNames.ViewChanged or FaroEventNames.RouteChange or FaroEventNames.SoftNavigation => SessionEventType.PageView,
        FaroEventNames.UserAction => SessionEventType.Action,
        FaroEventNames.ResourceTiming => SessionEventType.Request,
        not null when name.StartsWith(FaroEventNames.TracingPrefix, StringComparison.Ordinal) => SessionEventType.Request,
        _ => SessionEventType.Event,
    };
}
