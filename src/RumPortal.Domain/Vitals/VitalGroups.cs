using System.Collections.Immutable;
using System.Runtime.InteropServices;
using RumPortal.Domain.Querying;

namespace RumPortal.Domain.Vitals;

/// <summary>Vitals by any labels: rows with more labels than asked are merged, which stays exact.</summary>
/// <param name="Dimensions">The labels that tell the slices apart; none for one slice over everything.</param>
/// <param name="Slices">Sorted by their label values; without any countable row there is none.</param>
/// <param name="Rejected">Rows that are in no slice.</param>
public sealed record VitalGroups(ImmutableArray<string> Dimensions, ImmutableArray<VitalSlice> Slices, RejectedRows Rejected)
{
    public static VitalGroups By(IEnumerable<DensityRow> rows, params ReadOnlySpan<string> dimensions)
    {
        var intake = new DensityIntake();
        var names = dimensions.ToArray();
        var groups = new Dictionary<string[], DensityCounts>(new LabelValuesComparer());
        var find = groups.GetAlternateLookup<ReadOnlySpan<string>>();
        var values = new string[names.Length];
        foreach (var row in rows)
        {
            for (var i = 0; i < names.Length; i++) values[i] = row.Labels[names[i]] ?? "";
            ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(find, values, out _);
            intake.Add(counts ??= new DensityCounts(), row.Vital, row.Scheme, row.Edge, row.Count);
        }
        var slices = groups.OrderBy(group => group.Key, LabelValuesOrder.Instance)
            .Select(group => new VitalSlice(LabelsOf(names, group.Key), intake.Build(group.Value)))
            .Where(slice => !slice.Densities.IsEmpty);
        return new VitalGroups([.. names], [.. slices], intake.Rejected);
    }

    /// <summary>One vital of the slices that have measured it.</summary>
    public IEnumerable<(LabelSet Labels, VitalDensity Density)> Of(string vital) =>
        from slice in Slices
        from density in slice.Densities
        where density.Vital == vital
        select (slice.Labels, density);

    /// <summary>
    /// The same measurements by fewer labels. Where slices were coarsened because of several schemes, edges may be fewer than
    /// <see cref="By"/> would keep; counts and shares are the same.
    /// </summary>
    /// <exception cref="ArgumentException">A label that is not among <see cref="Dimensions"/>.</exception>
    public VitalGroups MergeTo(params ReadOnlySpan<string> dimensions)
    {
        var names = dimensions.ToArray();
        var unknown = Array.Find(names, name => !Dimensions.Contains(name));
        if (unknown is not null) throw new ArgumentException($"The groups do not tell {unknown} apart.", nameof(dimensions));
        var slices = Slices
            .GroupBy(slice => names.Select(name => slice.Labels[name] ?? "").ToArray(), new LabelValuesComparer())
            .OrderBy(group => group.Key, LabelValuesOrder.Instance)
            .Select(group => new VitalSlice(LabelsOf(names, group.Key), Merge(group)));
        return new VitalGroups([.. names], [.. slices], Rejected);
    }

    private static ImmutableArray<VitalDensity> Merge(IEnumerable<VitalSlice> slices)
    {
        var densities = slices.SelectMany(slice => slice.Densities).ToLookup(density => density.Vital, StringComparer.Ordinal);
        return [.. VitalNames.All.Where(densities.Contains).Select(vital => VitalDensity.Merge(vital, densities[vital]))];
    }

    private static LabelSet LabelsOf(string[] names, string[] values) =>
        LabelSet.From(names.Zip(values, (name, value) => new KeyValuePair<string, string>(name, value)));
}
