using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.ServiceMaps;

/// <summary>
/// Where the nodes of a service map stand: in columns by their distance from where calls begin, callers left of the called. Calls in a
/// ring go back to the left.
/// </summary>
/// <param name="Places">By node name: column and row, both from 0.</param>
/// <param name="Columns">How many columns.</param>
/// <param name="Rows">The most nodes in one column.</param>
public sealed record ServiceMapLayout(ImmutableDictionary<string, (int Column, int Row)> Places, int Columns, int Rows)
{
    public static ServiceMapLayout Of(ServiceMap map)
    {
        var columns = ColumnsOf(map);
        var places = ImmutableDictionary.CreateBuilder<string, (int Column, int Row)>(StringComparer.Ordinal);
        foreach (var column in map.Nodes.GroupBy(node => columns[node.Name]))
        {
            var row = 0;
            foreach (var node in column) places.Add(node.Name, (column.Key, row++));
        }
        return new ServiceMapLayout(
            places.ToImmutable(),
            places.Count == 0 ? 0 : places.Values.Max(place => place.Column) + 1,
            places.Count == 0 ? 0 : places.Values.Max(place => place.Row) + 1);
    }

    // Breadth first, from those whom nobody calls; what only a ring holds begins where it is first met.
    private static Dictionary<string, int> ColumnsOf(ServiceMap map)
    {
        var called = map.Edges.Select(edge => edge.To).ToHashSet(StringComparer.Ordinal);
        var callees = map.Edges.ToLookup(edge => edge.From, edge => edge.To, StringComparer.Ordinal);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var starts = map.Nodes.Where(node => node.Kind == ServiceKind.Browser || !called.Contains(node.Name));
        Spread(starts.Select(node => node.Name), callees, columns);
        foreach (var node in map.Nodes)
            if (!columns.ContainsKey(node.Name)) Spread([node.Name], callees, columns);
        return columns;
    }

    private static void Spread(IEnumerable<string> starts, ILookup<string, string> callees, Dictionary<string, int> columns)
    {
        var waiting = new Queue<string>();
        foreach (var start in starts)
            if (columns.TryAdd(start, 0)) waiting.Enqueue(start);
        while (waiting.TryDequeue(out var name))
            foreach (var callee in callees[name])
                if (columns.TryAdd(callee, columns[name] + 1)) waiting.Enqueue(callee);
    }
}
