using System.Collections.Immutable;
using RumPortal.Domain.Traces;

namespace RumPortal.Portal.Features.Traces;

/// <summary>A page of found traces, newest first.</summary>
/// <param name="Traces">At most as many as were asked for.</param>
/// <param name="Older">Before this instant there may be more; null when there are none.</param>
public sealed record TraceList(ImmutableArray<TraceRow> Traces, DateTimeOffset? Older)
{
    public static TraceList Empty { get; } = new([], null);
}
