using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>What changes in gateways: let the header pass, continue its trace, speak its format.</summary>
internal static class GatewaySnippets
{
    public static ImmutableArray<FixSnippet> PassOn { get; } =
    [
        new("Contour", """
            # HTTPProxy: neither the route nor the service may remove the headers
            spec:
              routes:
                - requestHeadersPolicy:
                    remove:
            -         - traceparent
            -         - tracestate
            """.ReplaceLineEndings("\n")),
        new("nginx", """
            location / {
            + proxy_set_header traceparent $http_traceparent;
            + proxy_set_header tracestate  $http_tracestate;
              proxy_pass http://backend;
            }
            """.ReplaceLineEndings("\n")),
        new("Traefik", """
            # Middleware: an empty value removes the header
            spec:
              headers:
                customRequestHeaders:
            -     traceparent: ""
            -     tracestate: ""
            """.ReplaceLineEndings("\n")),
    ];

    public static ImmutableArray<FixSnippet> Continue { get; } =
    [
        new("nginx", """
            # ngx_otel_module: take over the caller's context and hand it on
            + otel_trace_context propagate;
            """.ReplaceLineEndings("\n")),
        new("Go services", """
            // otelhttp: a public endpoint begins a trace of its own and links to the caller's
            - otelhttp.NewHandler(handler, "server", otelhttp.WithPublicEndpoint())
            + otelhttp.NewHandler(handler, "server")
            """.ReplaceLineEndings("\n")),
    ];

    public static ImmutableArray<FixSnippet> SpeakW3C { get; } =
    [
        new("Traefik", """
            # Version 3 speaks W3C trace context over OTLP; version 2 with Jaeger listens for uber-trace-id
            - tracing:
            -   jaeger: {}
            + tracing:
            +   otlp:
            +     http:
            +       endpoint: http://collector:4318/v1/traces
            """.ReplaceLineEndings("\n")),
        new("Services", """
            # Read by OpenTelemetry SDKs and agents
            + OTEL_PROPAGATORS=tracecontext,baggage,jaeger
            """.ReplaceLineEndings("\n")),
    ];
}
