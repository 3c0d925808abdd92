using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>Writes how each verdict is mended: advice, snippets that can be copied, and a text for the owner of the other end.</summary>
internal static class FixWriter
{
    public static ProposedFix Write(FixQuestion question) => new(Advice(question), Snippets(question), TicketText.Write(question));

    private static string Advice(FixQuestion question) => question.Verdict switch
    {
        PropagationVerdict.NotInjected =>
            $"Add {question.Origin} to propagateTraceHeaderCorsUrls of {question.Part.App}. First let its CORS answer allow traceparent and tracestate: without that the browser refuses the request itself.",
        PropagationVerdict.Stripped =>
            $"The SDK sends the header and {question.HopOrGateway} does not see it: let every hop before it pass traceparent and tracestate on.",
        PropagationVerdict.StrippedOrNotInjected =>
            $"Look at one request in the browser's network panel. With a traceparent header: a hop before {question.HopOrGateway} removes it. Without: {question.Origin} is missing from propagateTraceHeaderCorsUrls. " +
            $"Tell the portal the app's list (Propagation:Apps:{question.Part.App}:InjectedUrls), and it can tell the two apart.",
        PropagationVerdict.PreflightRefused =>
            $"Allow traceparent and tracestate in the CORS answer of {question.Origin}. Until then the requests fail for visitors: take the origin off propagateTraceHeaderCorsUrls if the answer cannot be changed today.",
        PropagationVerdict.Restarted =>
            $"Let {question.HopOrGateway} continue the caller's trace instead of only linking to it. Where it must not trust callers from outside, let it trust those that come with a header of your own sites.",
        PropagationVerdict.FormatMismatch =>
            $"Let both ends speak W3C trace context: update {question.HopOrGateway}, or let the browser send both headers. The ids are the same in both, so one trace comes out.",
        PropagationVerdict.SampledOut =>
            "Let one decision hold for the whole trace: parent-based samplers in every service, and tail sampling, if any, in one place that sees all spans of a trace.",
        PropagationVerdict.NoBackendSpan =>
            "Compare the share of requests without a span with the backend's sampling rate. When both agree it is sampling; else look for answers from a cache, instances without tracing, and spans that the collector dropped.",
        PropagationVerdict.BackendNotInstrumented =>
            $"Add OpenTelemetry to the service behind {question.Origin}; most platforms have an agent that needs no change of code. If its spans go to another store, join the two.",
        PropagationVerdict.ThirdParty =>
            $"Nothing is broken on your side: {question.Origin} keeps its spans to itself. Take it off propagateTraceHeaderCorsUrls if it is there, and ask its owner for the trace id in the answer if you need it.",
        _ => "",
    };

    private static ImmutableArray<FixSnippet> Snippets(FixQuestion question) => question.Verdict switch
    {
        PropagationVerdict.NotInjected => [BrowserSnippets.HeaderList(question), .. CorsSnippets.All, BrowserSnippets.Both(question)],
        PropagationVerdict.Stripped => [.. GatewaySnippets.PassOn],
        PropagationVerdict.StrippedOrNotInjected => [BrowserSnippets.HeaderList(question), .. GatewaySnippets.PassOn, .. CorsSnippets.All],
        PropagationVerdict.PreflightRefused => CorsSnippets.All,
        PropagationVerdict.Restarted => [.. GatewaySnippets.Continue],
        PropagationVerdict.FormatMismatch => [BrowserSnippets.Both(question), .. GatewaySnippets.SpeakW3C],
        PropagationVerdict.SampledOut or PropagationVerdict.NoBackendSpan => [.. SamplerSnippets.All],
        PropagationVerdict.BackendNotInstrumented => [SamplerSnippets.Agent],
        PropagationVerdict.ThirdParty => [],
        _ => [],
    };
}
