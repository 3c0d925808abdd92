using System.Collections.Immutable;

namespace RumPortal.Domain.Vitals;

/// <summary>How densities are added up when their edges differ.</summary>
internal static class DensityMerge
{
    public static VitalDensity Nothing(string vital)
    {
        var limits = VitalThresholds.Of(vital) ?? throw new ArgumentException($"'{vital}' is no current vital.", nameof(vital));
        return new VitalDensity(vital, null, isCoarsened: false, [limits.Good, limits.Poor], [0, 0, 0]);
    }

    public static VitalDensity Of(string vital, IEnumerable<VitalDensity> densities)
    {
        // An empty one has nothing to say about edges either.
        var parts = densities.Where(density => !density.IsEmpty).ToList();
        var other = parts.Find(part => part.Vital != vital);
        if (other is not null) throw new ArgumentException($"A density of {other.Vital} among those of {vital}.", nameof(densities));
        var schemes = parts.GroupBy(part => (part.Scheme, part.IsCoarsened)).Select(Unite).ToList();
        return schemes switch
        {
            [] => Nothing(vital),
            [var one] => one,
            _ => Coarsen(vital, schemes),
        };
    }

    /// <summary>
    /// Under one scheme, named or not, a bucket begins at the scheme's edge before it, whichever of the edges occurred, so the union
    /// is exact. What was coarsened has lost edges and can only be coarsened further.
    /// </summary>
    private static VitalDensity Unite(IGrouping<(string? Scheme, bool IsCoarsened), VitalDensity> group)
    {
        var parts = group.ToList();
        var first = parts[0];
        if (parts.Count == 1) return first;
        var edges = first.Edges;
        if (!parts.TrueForAll(part => part.Edges.AsSpan().SequenceEqual(edges.AsSpan())))
        {
            if (group.Key.IsCoarsened) return Coarsen(first.Vital, parts);
            edges = [.. parts.SelectMany(part => part.Edges).Distinct().Order()];
        }
        return new VitalDensity(first.Vital, first.Scheme, first.IsCoarsened, edges, Sum(parts, edges));
    }

    private static VitalDensity Coarsen(string vital, List<VitalDensity> parts)
    {
        var common = parts[0].Edges.AsEnumerable();
        foreach (var part in parts.Skip(1)) common = common.Intersect(part.Edges);
        var edges = common.Order().ToImmutableArray();
        return new VitalDensity(vital, null, isCoarsened: true, edges, Sum(parts, edges));
    }

    /// <summary>Each count goes to the first of the edges that is not below its own.</summary>
    private static ImmutableArray<double> Sum(List<VitalDensity> parts, ImmutableArray<double> edges)
    {
        var counts = new double[edges.Length + 1];
        foreach (var part in parts)
        {
            var target = 0;
            for (var bucket = 0; bucket < part.Edges.Length; bucket++)
            {
                while (target < edges.Length && edges[target] < part.Edges[bucket]) target++;
                counts[target] += part.Counts[bucket];
            }
            counts[^1] += part.Counts[^1];
        }
        return [.. counts];
    }
}
