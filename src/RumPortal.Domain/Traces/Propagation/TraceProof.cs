using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>What a whole trace shows that no search does: where its backend part points to, and what is missing in it.</summary>
/// <param name="Id">The trace.</param>
/// <param name="LinkedTraces">Traces that its root SERVER spans have a link to, as gateways write that start traces anew.</param>
/// <param name="ReceivedTraces">Trace ids of the headers that its root SERVER spans captured: the header arrived there.</param>
/// <param name="HasJaegerMarks">Whether its backend spans come from a Jaeger tracer.</param>
/// <param name="Orphans">Spans of backends whose parent is not in the trace, although they name one.</param>
/// <param name="Hop">The service of the first span of a backend; null without one.</param>
public sealed record TraceProof(
    TraceId Id, ImmutableHashSet<TraceId> LinkedTraces, ImmutableHashSet<TraceId> ReceivedTraces, bool HasJaegerMarks, int Orphans, string? Hop)
{
    private const string UberHeader = "http.request.header.uber-trace-id";
    private const string ParentHeader = "http.request.header.traceparent";

    public static TraceProof Of(Trace trace)
    {
        var backend = trace.Spans.Where(span => !span.Resource.IsBrowser).ToList();
        var roots = backend.Where(span => span is { ParentId: null, Kind: SpanKind.Server }).ToList();
        var known = trace.Spans.Select(span => span.Id).ToHashSet();
        return new TraceProof(
            trace.Id,
            [.. roots.SelectMany(root => root.Links).Select(link => link.TraceId)],
            [.. roots.SelectMany(root => Captured(root.Attributes[ParentHeader])).Select(TraceIdOf).OfType<TraceId>()],
            backend.Any(HasMark),
            backend.Count(span => span.ParentId is { } parent && !known.Contains(parent)),
            backend.MinBy(span => span.Start)?.Resource.Service);
    }

    private static bool HasMark(Span span) =>
        span.Resource.Attributes["jaeger.version"] is not null || span.Attributes["jaeger.version"] is not null
        || span.Attributes["sampler.type"] is not null || span.Attributes.Text("internal.span.format") == "jaeger" || span.Attributes[UberHeader] is not null;

    // A header may occur more than once, so instrumentations capture it as a list.
    private static IEnumerable<string> Captured(AttributeValue? value) => value switch
    {
        AttributeValue.List list => list.Values.Select(one => one.ToString()),
        AttributeValue.Text text => [text.Value],
        _ => [],
    };

    // 00-<32 hex digits>-<16 hex digits>-01
    private static TraceId? TraceIdOf(string header) =>
        header.Split('-') is [_, { Length: TraceId.Digits } id, ..] && TraceId.TryParse(id, out var trace, out _) ? trace : null;
}
