using RumPortal.Domain.Apps;
using RumPortal.Domain.Traces;

namespace RumPortal.Portal.Features.Traces;

/// <summary>Who may see a trace. A browser's service name is its app's name, so teams own traces by their apps.</summary>
public enum TraceSight
{
    /// <summary>It holds spans of an app of the viewer, or the viewer may see every trace.</summary>
    Seen,

    /// <summary>It holds spans of apps, but of none of the viewer's.</summary>
    Hidden,

    /// <summary>
    /// It holds no app's spans, as the trace of a page's document or the half behind a broken link. Approvers see it; a viewer does when a
    /// line of an own app names it.
    /// </summary>
    ByLines,
}

/// <summary>Decides about one trace.</summary>
public static class TraceSights
{
    public static TraceSight Of(ViewerScope viewer, Trace trace)
    {
        if (viewer.SeesEveryApp) return TraceSight.Seen;
        var hasApps = false;
        foreach (var span in trace.Spans)
        {
            if (!span.Resource.IsBrowser) continue;
            if (viewer.MaySee(span.Resource.Service)) return TraceSight.Seen;
            hasApps = true;
        }
        return hasApps ? TraceSight.Hidden : viewer.Role >= ViewerRole.Approver ? TraceSight.Seen : TraceSight.ByLines;
    }
}
