using System.Collections.Immutable;
using System.Globalization;

namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>
/// Names the nodes of a tree for addresses: a span by its id, one that repeats an id with a number behind it (<c>b7ad6b7169203331.2</c>),
/// a document's load by a word.
/// </summary>
public static class NodeKeys
{
    public const string Document = "document";

    /// <summary>A key for each node, none twice.</summary>
    public static ImmutableArray<string> Of(TraceTree tree)
    {
        var seen = new Dictionary<SpanId, int>();
        return [.. tree.Nodes.Select(node => node.Id is { } id ? KeyOf(id, seen[id] = seen.GetValueOrDefault(id) + 1) : Document)];
    }

    private static string KeyOf(SpanId id, int time) => time == 1 ? id.ToString() : string.Create(CultureInfo.InvariantCulture, $"{id}.{time}");
}
