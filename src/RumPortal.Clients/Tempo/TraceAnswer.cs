using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces;

namespace RumPortal.Clients.Tempo;

/// <summary>What Tempo has of one trace.</summary>
/// <param name="Trace">Null when it has none; a trace received within the last half minute may not be readable yet.</param>
/// <param name="CutShort">Null when nothing is missing; else a sentence that says what is, in Tempo's words where it cut.</param>
/// <param name="Executed">The request.</param>
public sealed record TraceAnswer(Trace? Trace, string? CutShort, ExecutedQuery Executed);
