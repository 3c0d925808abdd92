using System.ComponentModel;
using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Waterfall;

namespace RumPortal.Portal.Features.Traces;

/// <summary>A trace as one viewer may see it.</summary>
/// <param name="Trace">Its spans.</param>
/// <param name="Document">The page load that led to it, when it has no browser's span and an app of the viewer names it.</param>
[ImmutableObject(true)]
public sealed record OpenedTrace(Trace Trace, LoadedDocument? Document)
{
    public TraceTree Tree(TraceClock clock) => TraceTree.Build(Trace, clock, Document);
}
