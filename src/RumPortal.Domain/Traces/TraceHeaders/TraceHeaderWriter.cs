using System.Collections.Immutable;
using System.Globalization;

namespace RumPortal.Domain.Traces.TraceHeaders;

/// <summary>A header to send.</summary>
public readonly record struct TraceHeader(string Name, string Value);

/// <summary>Writes what a header carries in another format. The ids stay the same, so that one trace comes out.</summary>
public static class TraceHeaderWriter
{
    public static ImmutableArray<TraceHeader> Write(TraceContext context, TraceHeaderFormat format) => format switch
    {
        TraceHeaderFormat.W3C => [new("traceparent", $"00-{context.TraceId}-{context.SpanId}-{(context.Sampled == true ? "01" : "00")}")],
        TraceHeaderFormat.Jaeger => [new("uber-trace-id", string.Create(CultureInfo.InvariantCulture, $"{context.TraceId}:{context.SpanId}:0:{Flags(context)}"))],
        TraceHeaderFormat.B3Single => [new("b3", $"{context.TraceId}-{context.SpanId}{(Decision(context) is { } decision ? $"-{decision}" : "")}{(context is { ParentSpanId: { } parent, Sampled: not null } ? $"-{parent}" : "")}")],
        TraceHeaderFormat.B3Multi =>
        [
            new("X-B3-TraceId", context.TraceId.ToString()),
            new("X-B3-SpanId", context.SpanId.ToString()),
            .. context.ParentSpanId is { } parent ? [new TraceHeader("X-B3-ParentSpanId", parent.ToString())] : Array.Empty<TraceHeader>(),
            .. context.IsDebug ? [new TraceHeader("X-B3-Flags", "1")] : context.Sampled is { } sampled ? [new TraceHeader("X-B3-Sampled", sampled ? "1" : "0")] : Array.Empty<TraceHeader>(),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };

    /// <summary>What is lost on the way, as a sentence; null for nothing.</summary>
    public static string? Loss(TraceContext context, TraceHeaderFormat format) => format switch
    {
        TraceHeaderFormat.W3C when context.IsDebug => "W3C has no debug flag; sampled is what remains.",
        TraceHeaderFormat.W3C or TraceHeaderFormat.Jaeger when context.Sampled is null => "The decision was left to the receiver; this format has to say one, and not sampled is written.",
        _ => null,
    };

    private static int Flags(TraceContext context) => (context.Sampled == true ? 1 : 0) + (context.IsDebug ? 2 : 0);

    private static string? Decision(TraceContext context) => context.IsDebug ? "d" : context.Sampled switch { true => "1", false => "0", null => null };
}
