using System.Collections.Immutable;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Propagation;
using RumPortal.Domain.Vitals.Routes;
using RumPortal.Testing.Conformance;

namespace RumPortal.UnitTests.Traces.Propagation;

/// <summary>What a reader would have found in the conformance data.</summary>
internal static class KitFacts
{
    public static TimeRange Range { get; } = new(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 20, 6, 0, 0, TimeSpan.Zero));

    public static PropagationFacts All { get; } = new()
    {
        Requests = [.. from trace in KitSpans.Traces from span in trace.Spans where span.Resource.IsBrowser select BrowserRequest.Of(trace.Id, KitSpans.Found(span), RouteTemplates.Automatic)],
        Linked = (from trace in KitSpans.Traces
                  from span in trace.Spans
                  where span is { Kind: SpanKind.Server, ParentId: not null } && trace.Spans.Any(other => other.Id == span.ParentId && other.Resource.IsBrowser)
                  select new RequestKey(trace.Id, span.ParentId ?? default)).ToHashSet(),
        WithBackend = KitSpans.Traces.Where(trace => trace.Spans.Any(span => span.Resource.IsBrowser) && trace.Spans.Any(span => span.Kind == SpanKind.Server)).Select(trace => trace.Id).ToHashSet(),
        Roots = [.. from trace in KitSpans.Traces from span in trace.Spans where span is { Kind: SpanKind.Server, ParentId: null } select BackendRoot.Of(trace.Id, KitSpans.Found(span))],
        Documents = Documents(),
    };

    public static PropagationReport Report(PropagationFacts facts)
    {
        var diagnosis = new PropagationDiagnosis(facts);
        var proofs = diagnosis.ProofTraces(20).Select(id => TraceProof.Of(KitSpans.Traces.Single(trace => trace.Id == id)));
        return diagnosis.Conclude(proofs, Range);
    }

    private static ImmutableArray<DocumentLoad> Documents()
    {
        var buffer = new FaroRecordBuffer();
        return
        [
            .. KitData.Lines.Select(line => buffer.Add(line.Line, line.Nanoseconds, LabelSet.From(line.Labels)))
                .Select(record => DocumentLoad.Of(record, record.Labels["app_name"] ?? "", RouteTemplates.Automatic)).OfType<DocumentLoad>(),
        ];
    }
}
