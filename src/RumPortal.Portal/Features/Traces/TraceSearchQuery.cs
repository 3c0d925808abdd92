using RumPortal.Clients.Http;
using RumPortal.Clients.Tempo;
using RumPortal.Clients.Tempo.TraceQl;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Traces;
using RumPortal.Portal.Auth;

namespace RumPortal.Portal.Features.Traces;

/// <summary>From a question to its TraceQL, limited to the viewer's apps: the one place where searches for traces are.</summary>
internal static class TraceSearchQuery
{
    /// <summary>The query; null when the viewer may see no app.</summary>
    /// <exception cref="AppNotVisibleException">The viewer may not see that app.</exception>
    /// <exception cref="BackendException">The viewer's own TraceQL cannot be asked; <see cref="BackendFault.BadQuery"/>, as when the server refuses it.</exception>
    public static TraceQuery? Of(ViewerScope viewer, TraceSearchQuestion question)
    {
        if (question.App is { } app && !viewer.MaySee(app)) throw new AppNotVisibleException(app);
        if (question.App is null && viewer is { SeesEveryApp: false, Apps.Count: 0 }) return null;
        var filter = FilterOf(viewer, question);
        if (question.Conditions.TraceQl is not { } typed) return TraceQueries.Matching(filter);
        return TraceQueries.TryMatching(filter, typed, out var query, out var fault)
            ? query
            : throw new BackendException(Backend.Tempo, "search traces", BackendFault.BadQuery, fault);
    }

    private static TraceFilter FilterOf(ViewerScope viewer, TraceSearchQuestion question)
    {
        var conditions = question.Conditions;
        return new TraceFilter
        {
            // For who sees every app, traces that no browser began are of interest too.
            Apps = question.App is { } app ? [app] : viewer.SeesEveryApp ? [] : [.. viewer.Apps.Order(StringComparer.Ordinal)],
            Environment = question.Environment,
            Versions = question.Versions,
            Session = conditions.Session,
            User = conditions.User,
            Service = conditions.Service,
            Route = conditions.Route,
            Status = conditions.Status == TraceStatus.Error ? SpanStatus.Error : null,
            HasSucceeded = conditions.Status == TraceStatus.Ok,
            HttpStatus = conditions.HttpStatus,
            AtLeast = conditions.Min is { } min ? TimeSpan.FromMilliseconds(min) : null,
            AtMost = conditions.Max is { } max ? TimeSpan.FromMilliseconds(max) : null,
        };
    }
}
