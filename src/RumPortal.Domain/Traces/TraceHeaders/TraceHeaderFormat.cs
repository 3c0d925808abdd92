namespace RumPortal.Domain.Traces.TraceHeaders;

/// <summary>A format in which requests carry their trace.</summary>
public enum TraceHeaderFormat
{
    /// <summary>W3C trace context: <c>traceparent</c> and <c>tracestate</c>.</summary>
    W3C,

    /// <summary>Jaeger's own: <c>uber-trace-id</c>.</summary>
    Jaeger,

    /// <summary>Zipkin's in one header: <c>b3</c>.</summary>
    B3Single,

    /// <summary>Zipkin's in several headers: <c>X-B3-TraceId</c> and others.</summary>
    B3Multi,
}
