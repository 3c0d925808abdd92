using System.Collections.Immutable;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces;

namespace RumPortal.Clients.Tempo;

/// <summary>The traces that a search found.</summary>
/// <param name="Traces">Newest first.</param>
/// <param name="ReachedLimit">
/// Whether there may be more: a search stops at its limit, and only with the hint <c>most_recent</c> at the newest.
/// </param>
/// <param name="CutShort">Null when the search went over all it was asked to, or stopped at its limit; else a sentence that says what is missing.</param>
/// <param name="Executed">The query.</param>
public sealed record TraceSearchAnswer(ImmutableArray<FoundTrace> Traces, bool ReachedLimit, string? CutShort, ExecutedQuery Executed);
