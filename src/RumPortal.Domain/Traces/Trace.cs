using System.Collections.Immutable;

namespace RumPortal.Domain.Traces;

/// <summary>The spans of one trace as the store gave them: in no order, maybe with repeated ids, missing parents and rings.</summary>
/// <param name="Id">The trace.</param>
/// <param name="Spans">At least one.</param>
/// <param name="Unreadable">Spans of the answer that had no usable id and are left out.</param>
public sealed record Trace(TraceId Id, ImmutableArray<Span> Spans, int Unreadable = 0);
