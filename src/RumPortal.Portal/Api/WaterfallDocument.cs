using RumPortal.Domain.Traces.Waterfall;

namespace RumPortal.Portal.Api;

/// <summary>
/// A trace as the waterfall draws it: a list for each property of a node, in the order of display, which compresses to a tenth of a list of
/// objects. Times are nanoseconds from the start of the trace.
/// </summary>
/// <param name="Start">UTC, by the clock asked for.</param>
/// <param name="Texts">Names and roles, each once.</param>
/// <param name="Key">Of each node; the words of <see cref="NodeKeys"/>.</param>
/// <param name="Parent">Index of the parent, smaller than the node's own; -1 for a root.</param>
/// <param name="Name">Index into <paramref name="Texts"/>.</param>
/// <param name="Role">Index into <paramref name="Texts"/>.</param>
/// <param name="Service">Index into <paramref name="Services"/>; -1 for a missing parent.</param>
/// <param name="Flags">1 failed, 2 missing parent, 4 page load; from 8 on <see cref="NodeMarks"/> times 8.</param>
/// <param name="Path">The critical path: node, from, length, and so on.</param>
public sealed record WaterfallDocument(
    string Id, bool IsCorrected, DateTimeOffset Start, long Duration, bool Complete, IReadOnlyList<WaterfallService> Services, IReadOnlyList<string> Texts,
    IReadOnlyList<string> Key, IReadOnlyList<int> Parent, IReadOnlyList<int> Name, IReadOnlyList<int> Role, IReadOnlyList<int> Service,
    IReadOnlyList<long> From, IReadOnlyList<long> Length, IReadOnlyList<long> Self, IReadOnlyList<int> Flags, IReadOnlyList<long> Path)
{
    private const int Failed = 1, Missing = 2, PageLoad = 4, FirstMark = 8;

    public static WaterfallDocument Of(TraceTree tree, bool isComplete)
    {
        var (nodes, summary, texts) = (tree.Nodes, TraceSummary.Of(tree), new TextTable());
        var services = summary.Services.Select((service, index) => ((service.Name, service.IsBrowser), index)).ToDictionary();
        var titles = nodes.Select(SpanTitle.Of).ToList();
        return new WaterfallDocument(
            tree.Id.ToString(), tree.Clock == TraceClock.Corrected, Domain.Traces.Instants.Of(tree.Start), tree.Duration, isComplete,
            [.. summary.Services.Select(service => WaterfallService.Of(service, tree.Shifts))], texts.Texts,
            NodeKeys.Of(tree),
            [.. nodes.Select(node => node.Parent)],
            [.. titles.Select(title => texts.IndexOf(title.Name))],
            [.. titles.Select(title => texts.IndexOf(title.Role))],
            [.. nodes.Select(node => services.GetValueOrDefault((node.Service, node.IsBrowser), -1))],
            [.. nodes.Select(node => node.Start - tree.Start)],
            [.. nodes.Select(node => node.Duration)],
            [.. nodes.Select(node => node.SelfTime)],
            [.. nodes.Select(FlagsOf)],
            [.. tree.CriticalPath.SelectMany(section => new[] { section.Node, section.From - tree.Start, section.Duration })]);
    }

    private static int FlagsOf(TraceNode node) =>
        (node.HasFailed ? Failed : 0) | (node.Kind == TraceNodeKind.MissingParent ? Missing : 0) | (node.Kind == TraceNodeKind.DocumentLoad ? PageLoad : 0) | ((int)node.Marks * FirstMark);

    private sealed class TextTable
    {
        private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);

        public List<string> Texts { get; } = [];

        public int IndexOf(string text)
        {
            if (_indices.TryGetValue(text, out var index)) return index;
            Texts.Add(text);
            return _indices[text] = Texts.Count - 1;
        }
    }
}
