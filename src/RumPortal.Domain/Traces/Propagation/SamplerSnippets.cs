using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>Advice on samplers and on services without any tracing.</summary>
internal static class SamplerSnippets
{
    public static ImmutableArray<FixSnippet> All { get; } =
    [
        new("Services", """
            # Follow the browser's decision; keep a tenth of what begins here
            + OTEL_TRACES_SAMPLER=parentbased_traceidratio
            + OTEL_TRACES_SAMPLER_ARG=0.1
            """.ReplaceLineEndings("\n")),
        new("Collector", """
            # One place decides on whole traces; send all spans of a trace to the same instance
            processors:
              tail_sampling:
                decision_wait: 30s
                policies:
            +     - { name: browser, type: string_attribute, string_attribute: { key: telemetry.sdk.language, values: [webjs] } }
            """.ReplaceLineEndings("\n")),
        new("Faro SDK", """
            // An unsampled session sends the header with flags 00: parent-based backends drop these traces too
            initializeFaro({
              sessionTracking: {
            +   samplingRate: 1,
              },
            })
            """.ReplaceLineEndings("\n")),
    ];

    public static FixSnippet Agent { get; } = new("Agent", """
        # The environment of the service; its platform's OpenTelemetry agent does the rest
        + OTEL_SERVICE_NAME=<service>
        + OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4318
        + OTEL_PROPAGATORS=tracecontext,baggage
        """.ReplaceLineEndings("\n"));
}
