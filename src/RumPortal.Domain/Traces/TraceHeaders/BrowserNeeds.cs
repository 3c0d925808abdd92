using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.TraceHeaders;

/// <summary>What a server of another origin has to answer so that a browser sends these headers and shows the server's trace.</summary>
/// <param name="AllowHeaders">For <c>Access-Control-Allow-Headers</c> of the preflight's answer.</param>
/// <param name="Propagator">The Faro SDK's propagator that writes the format.</param>
public sealed record BrowserNeeds(TraceHeaderFormat Format, ImmutableArray<string> AllowHeaders, string Propagator)
{
    public static ImmutableArray<BrowserNeeds> All { get; } =
    [
        new(TraceHeaderFormat.W3C, ["traceparent", "tracestate"], "none: it is the default"),
        new(TraceHeaderFormat.Jaeger, ["uber-trace-id"], "new JaegerPropagator() of @opentelemetry/propagator-jaeger"),
        new(TraceHeaderFormat.B3Single, ["b3"], "new B3Propagator() of @opentelemetry/propagator-b3"),
        new(TraceHeaderFormat.B3Multi, ["x-b3-traceid", "x-b3-spanid", "x-b3-parentspanid", "x-b3-sampled", "x-b3-flags"], "new B3Propagator({ injectEncoding: B3InjectEncoding.MULTI_HEADER }) of @opentelemetry/propagator-b3"),
    ];

    /// <summary>What shows the server's trace to the page, whatever the format.</summary>
    public static ImmutableArray<TraceHeader> ToShowTheServer { get; } =
    [
        new("Server-Timing", "traceparent;desc=\"00-<trace id>-<span id>-01\""),
        new("Timing-Allow-Origin", "<origin of the page>"),
        new("Access-Control-Expose-Headers", "Server-Timing"),
    ];
}
