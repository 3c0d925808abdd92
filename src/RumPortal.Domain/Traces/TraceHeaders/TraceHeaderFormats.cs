namespace RumPortal.Domain.Traces.TraceHeaders;

/// <summary>The formats' names.</summary>
public static class TraceHeaderFormats
{
    public static string NameOf(TraceHeaderFormat format) => format switch
    {
        TraceHeaderFormat.W3C => "W3C trace context",
        TraceHeaderFormat.Jaeger => "Jaeger",
        TraceHeaderFormat.B3Single => "B3, one header",
        TraceHeaderFormat.B3Multi => "B3, several headers",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };
}
