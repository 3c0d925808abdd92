using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>Which evidence each verdict needs, which it excludes, and with what it can be confused. <see cref="RequestJudge"/> keeps to it; pages show it.</summary>
public static class VerdictTable
{
    public static ImmutableArray<VerdictEvidence> All { get; } =
    [
        new(PropagationVerdict.Linked, "The trace goes on from the browser into a backend.",
            "A SERVER span whose parent is the browser's CLIENT span.", "Nothing.", "Nothing."),
        new(PropagationVerdict.PreflightRefused, "The server refused the OPTIONS request that the header causes, so the browser never sent the request itself.",
            "The browser saw no response (status 0 or none, an error), the origin is another than the page's, and a root SERVER span OPTIONS has the same path and time.",
            "A root SERVER span of the request's own method.", "A network failure while an unrelated preflight ran: rare, and not on every request of a route."),
        new(PropagationVerdict.Restarted, "A gateway read the header and began a trace of its own.",
            "A root SERVER span of another trace with the same path and time that has a link to the browser's trace, or captured a traceparent header with its trace id.",
            "Marks of a Jaeger tracer without such a link.", "Header stripped: there the root knows nothing of the browser's trace."),
        new(PropagationVerdict.FormatMismatch, "The browser sends traceparent, the backend listens for uber-trace-id or B3 only.",
            "A root SERVER span of another trace with the same path and time, and marks of another tracer there: a trace id of 64 bits, jaeger.version, sampler.type, " +
            "internal.span.format, a captured uber-trace-id header.",
            "A link to the browser's trace.", "Header stripped, when the other tracer writes ids of 128 bits and leaves no marks."),
        new(PropagationVerdict.NotInjected, "The SDK did not send the header.",
            "A root SERVER span of another trace with the same path and time; the app's list is known and the address is not on it; the origin is not the page's own.",
            "A link or a captured header with the browser's trace id.", "Nothing, as long as the list that the portal knows is the one that the app ships."),
        new(PropagationVerdict.Stripped, "The SDK sent the header, and a hop on the way removed it.",
            "A root SERVER span of another trace with the same path and time; the address is on the app's list, or the origin is the page's own.",
            "A link or a captured header with the browser's trace id; marks of another tracer.", "Not injected, when the app ships another list than the portal knows: versions in use for long."),
        new(PropagationVerdict.StrippedOrNotInjected, "One of the two before.",
            "A root SERVER span of another trace with the same path and time; the app's list is not known to the portal.",
            "As for stripped.", "Stripped and not injected are the same picture without the app's list: name it under Propagation:Apps:<app>:InjectedUrls."),
        new(PropagationVerdict.SampledOut, "Both ends of the trace were kept and a hop between them was not.",
            "The browser's trace holds spans of backends whose parent is missing.", "A SERVER span whose parent is the CLIENT span.",
            "Spans that come late or were dropped by a full collector: these change from minute to minute, sampling does not."),
        new(PropagationVerdict.NoBackendSpan, "Nothing of the request is seen behind the browser, although other requests to this origin have spans.",
            "The origin has linked, paired or torn requests; this request has none of it.", "Any span of a backend with its trace, or its path and time.",
            "A backend that samples on its own (a part of all routes alike), an answer from a cache or a CDN, a request that never arrived, an instance without tracing."),
        new(PropagationVerdict.BackendNotInstrumented, "An own origin shows no span at all.",
            "No request of the whole origin has a span behind it; the host belongs to a site of the app's pages, or to Propagation:Apps:<app>:OwnHosts.",
            "Any span behind any request of the origin.", "Third party, when the organisation's API is on another site: name it among the own hosts. Spans that go to another store."),
        new(PropagationVerdict.ThirdParty, "The origin belongs to somebody else, whose spans are not in this store.",
            "No request of the whole origin has a span behind it, and the host is on no site of the organisation.", "Any span behind any request of the origin.",
            "Backend not instrumented, see there."),
        new(PropagationVerdict.DocumentNotLinked, "The server of the pages does not tell its trace, so what loads a page cannot be joined with the load.",
            "A navigation timing without a trace id.", "A navigation timing with one.",
            "Browsers that hide Server-Timing from the page: a header Timing-Allow-Origin is needed where pages come from another origin."),
    ];

    public static VerdictEvidence Of(PropagationVerdict verdict) => All.First(row => row.Verdict == verdict);
}
