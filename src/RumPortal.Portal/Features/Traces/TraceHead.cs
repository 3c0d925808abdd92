using RumPortal.Domain.Apps;
using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Waterfall;

namespace RumPortal.Portal.Features.Traces;

/// <summary>What the head of a trace's page shows; the spans stay out of the circuit.</summary>
/// <param name="Link">The way to a session that the viewer may see; null when there is none.</param>
public sealed record TraceHead(TraceSummary Summary, FrontendLink? Link)
{
    public static TraceHead Of(OpenedTrace opened, ViewerScope viewer)
    {
        var tree = opened.Tree(TraceClock.Corrected);
        return new TraceHead(TraceSummary.Of(tree), LinkOf(tree, viewer));
    }

    private static FrontendLink? LinkOf(TraceTree tree, ViewerScope viewer) => tree.Nodes.Select(LinkOf)
        .FirstOrDefault(link => link?.Session is not null && viewer.MaySee(link.App));

    internal static FrontendLink? LinkOf(TraceNode node) => node switch
    {
        { Span: { } span } => FrontendLink.Of(span),
        { Document: { } document } => new FrontendLink(document.App, document.Session, Domain.Sessions.Visitor.Anonymous, null, document.Page, document.Start),
        _ => null,
    };
}
