using System.Collections.Immutable;

namespace RumPortal.Domain.Traces;

/// <summary>One trace of a search's answer, with those of its spans that matched.</summary>
/// <param name="Id">The trace.</param>
/// <param name="RootService">Null while the root span has not arrived, or never will.</param>
/// <param name="RootName">Null as <paramref name="RootService"/>.</param>
/// <param name="Start">Nanoseconds since 1970: the start of its first span.</param>
/// <param name="Duration">From its first start to its last end, whole milliseconds.</param>
/// <param name="Spans">Spans that matched, as many as were asked for at most.</param>
/// <param name="Matched">How many spans matched.</param>
/// <param name="Services">Spans and errors by service; empty when the server does not tell.</param>
public sealed record FoundTrace(
    TraceId Id,
    string? RootService,
    string? RootName,
    long Start,
    TimeSpan Duration,
    ImmutableArray<FoundSpan> Spans,
    int Matched,
    ImmutableArray<ServiceSpans> Services);
