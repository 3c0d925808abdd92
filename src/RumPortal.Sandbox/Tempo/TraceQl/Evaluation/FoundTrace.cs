using RumPortal.Sandbox.Tempo.Store;

namespace RumPortal.Sandbox.Tempo.TraceQl.Evaluation;

/// <summary>A trace that a search found, with its matching sets of spans.</summary>
public sealed record FoundTrace(TraceTree Trace, IReadOnlyList<Spanset> Spansets);
