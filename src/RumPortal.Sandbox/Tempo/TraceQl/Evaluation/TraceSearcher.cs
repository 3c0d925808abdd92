using RumPortal.Sandbox.Tempo.Store;
using RumPortal.Sandbox.Tempo.TraceQl.Syntax;

namespace RumPortal.Sandbox.Tempo.TraceQl.Evaluation;

/// <summary>Runs searches over the store.</summary>
public sealed class TraceSearcher(TraceStore store)
{
    private const string MostRecent = "most_recent";

    /// <summary>
    /// The first traces that match. Tempo 3.0 behaviour: "first" is whatever is met first, here the last to arrive; only the hint
    /// <c>most_recent</c> gives the newest by their start.
    /// </summary>
    public IEnumerable<FoundTrace> Search(TraceQlQuery query, ulong from, ulong to, CancellationToken cancellation)
    {
        var traces = store.Between(from, to);
        if (query.Hints.TryGetValue(MostRecent, out var wanted) && wanted.IsTrue) traces = traces.OrderByDescending(trace => trace.Start);
        foreach (var trace in traces)
        {
            cancellation.ThrowIfCancellationRequested();
            var tree = trace.Tree();
            if (PipelineEvaluator.Evaluate(query.Pipeline, tree) is { Count: > 0 } sets) yield return new(tree, sets);
        }
    }
}
