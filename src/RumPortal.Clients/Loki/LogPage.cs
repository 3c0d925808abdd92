using RumPortal.Clients.Http;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Loki;

/// <summary>Lines in the direction asked for, by the time at which they were stored, and what is known about their completeness.</summary>
/// <param name="Records">The lines.</param>
/// <param name="Next">Where to read on; null when the range holds nothing more. After an interruption, reading on repeats this
/// page.</param>
/// <param name="Completeness">What is missing, if anything.</param>
/// <param name="Executed">The query as sent and what it cost.</param>
/// <param name="Warnings">What Loki warns of, usually none.</param>
/// <param name="Interruption">Why the page was interrupted; null in all other cases.</param>
public sealed record LogPage(
    IReadOnlyList<FaroRecord> Records,
    PageCursor? Next,
    Completeness Completeness,
    ExecutedQuery Executed,
    IReadOnlyList<string> Warnings,
    BackendException? Interruption = null);
