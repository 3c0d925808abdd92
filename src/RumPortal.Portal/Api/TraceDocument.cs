using RumPortal.Domain.Apps;
using RumPortal.Domain.Traces.Waterfall;

namespace RumPortal.Portal.Api;

/// <summary>One trace with its spans in the order of a waterfall.</summary>
/// <param name="Complete">False when spans are missing: the store cut the trace, or sent spans without ids.</param>
/// <param name="Query">What was asked of the store.</param>
public sealed record TraceDocument(TraceDocumentHead Trace, IReadOnlyList<SpanDocument> Spans, bool Complete, string Query)
{
    internal static TraceDocument Of(TraceTree tree, ViewerScope viewer, bool isComplete, string query) => new(
        TraceDocumentHead.Of(TraceSummary.Of(tree)), [.. tree.Nodes.Select(node => SpanDocument.Of(node, tree, viewer))], isComplete && tree.Unreadable == 0, query);
}
