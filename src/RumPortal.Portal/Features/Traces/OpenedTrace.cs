using System.ComponentModel;
using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Waterfall;

namespace RumPortal.Portal.Features.Traces;

/// <summary>
/// A trace as one viewer may see it. Its trees are built when first asked for and kept: head, waterfall and each span that is looked at
/// need the same one, and that of 100,000 spans takes half a second.
/// </summary>
/// <param name="trace">Its spans.</param>
/// <param name="document">The page load that led to it, when it has no browser's span and an app of the viewer names it.</param>
[ImmutableObject(true)]
public sealed class OpenedTrace(Trace trace, LoadedDocument? document)
{
    private readonly Lazy<TraceTree> _corrected = new(() => TraceTree.Build(trace, TraceClock.Corrected, document));
    private readonly Lazy<TraceTree> _recorded = new(() => TraceTree.Build(trace, TraceClock.AsRecorded, document));

    public Trace Trace { get; } = trace;

    public TraceTree Tree(TraceClock clock) => clock == TraceClock.Corrected ? _corrected.Value : _recorded.Value;
}
