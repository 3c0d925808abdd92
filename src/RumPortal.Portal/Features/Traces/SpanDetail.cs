using System.Collections.Immutable;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Waterfall;

namespace RumPortal.Portal.Features.Traces;

/// <summary>Everything about one node of a waterfall, as a viewer may see it.</summary>
/// <param name="Node">The node; its span's own attributes are not for showing.</param>
/// <param name="Offset">From the start of the trace, nanoseconds by the corrected clock.</param>
/// <param name="Named">Of a missing parent: who names it, the first few.</param>
public sealed record SpanDetail(string Key, SpanTitle Title, string Service, TraceNode Node, long Offset, ImmutableArray<SpanTitle> Named)
{
    private const int MostNamed = 5, MostEvents = 100, MostLinks = 50;

    public IReadOnlyList<ShownAttribute> Attributes { get; private init; } = [];

    public IReadOnlyList<ShownAttribute> Resource { get; private init; } = [];

    public IReadOnlyList<ShownEvent> Events { get; private init; } = [];

    public int EventCount { get; private init; }

    public IReadOnlyList<SpanReference> Links { get; private init; } = [];

    /// <summary>The way to a session that the viewer may see; null when there is none.</summary>
    public FrontendLink? Link { get; private init; }

    /// <summary>The app that the trace came from, for the way to its diagnosis; null when it has none.</summary>
    public string? App { get; private init; }

    /// <summary>Null when the trace has no such node.</summary>
    public static SpanDetail? Of(OpenedTrace opened, string key, ViewerScope viewer)
    {
        var tree = opened.Tree(TraceClock.Corrected);
        var index = NodeKeys.Of(tree).IndexOf(key);
        if (index < 0) return null;
        var node = tree.Nodes[index];
        ImmutableArray<SpanTitle> named = node.Kind == TraceNodeKind.MissingParent ? [.. tree.ChildrenOf(index).Take(MostNamed).Select(SpanTitle.Of)] : [];
        var link = TraceHead.LinkOf(node);
        var detail = new SpanDetail(key, SpanTitle.Of(node), node.Service, node, node.Start - tree.Start, named)
        {
            Link = link is not null && viewer.MaySee(link.App) ? link : null,
            App = tree.Nodes.FirstOrDefault(other => other.IsBrowser)?.Service,
        };
        return node.Span is { } span ? detail.With(span, viewer) : detail;
    }

    private SpanDetail With(Span span, ViewerScope viewer) => this with
    {
        Attributes = ShownAttribute.Of(span.Attributes, viewer),
        Resource = ShownAttribute.Of(span.Resource.Attributes, viewer),
        Events = [.. span.Events.Take(MostEvents).Select(happened => new ShownEvent(happened.Name, happened.Time - span.Start, ShownAttribute.Of(happened.Attributes, viewer)))],
        EventCount = span.Events.Length,
        Links = [.. span.Links.Take(MostLinks)],
    };
}
