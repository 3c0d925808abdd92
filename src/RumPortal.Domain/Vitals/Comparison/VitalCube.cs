using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RumPortal.Domain.Vitals.Comparison;

/// <summary>A vital by version and browser, each cell split by operating system: "118 in Arc on Mac".</summary>
/// <param name="Rows">Newest version first.</param>
/// <param name="Columns">Most measurements first.</param>
/// <param name="Worst">
/// The parts with enough measurements, worst first: by percentile relative to the good limit, then by share of poor ones.
/// </param>
public sealed record VitalCube(string Vital, ImmutableArray<string> Rows, ImmutableArray<string> Columns, ImmutableArray<CubePart> Worst)
{
    private FrozenDictionary<(string Row, string Column), CubeCell> Cells { get; init; } = FrozenDictionary<(string, string), CubeCell>.Empty;

    /// <summary>Null where nothing was measured.</summary>
    public CubeCell? this[string row, string column] => Cells.GetValueOrDefault((row, column));

    /// <exception cref="ArgumentException">The groups do not tell the axes apart.</exception>
    public static VitalCube Of(VitalGroups groups, string vital, CubeAxes axes, double percentile = VitalPercentile.Default)
    {
        var slices = groups.MergeTo(axes.Row, axes.Column, axes.Split).Of(vital)
            .Select(slice => new Part(slice.Labels[axes.Row] ?? "", slice.Labels[axes.Column] ?? "", slice.Labels[axes.Split] ?? "", slice.Density))
            .ToList();
        var parts = WithPrevious(slices, percentile).ToLookup(part => (part.Row, part.Column));
        var cells = slices.GroupBy(part => (part.Row, part.Column))
            .Select(cell => (cell.Key.Row, cell.Key.Column, Density: VitalDensity.Merge(vital, cell.Select(part => part.Density))))
            .Select(cell => new CubeCell(cell.Row, cell.Column, VitalSummary.Of(cell.Density, percentile),
                [.. parts[(cell.Row, cell.Column)].OrderByDescending(part => part.Summary.Count)]))
            .ToFrozenDictionary(cell => (cell.Row, cell.Column));
        var columns = cells.Values.GroupBy(cell => cell.Column, StringComparer.Ordinal)
            .OrderByDescending(column => column.Sum(cell => cell.Summary.Count)).ThenBy(column => column.Key, StringComparer.Ordinal)
            .Select(column => column.Key);
        var rows = cells.Values.Select(cell => cell.Row).Distinct(StringComparer.Ordinal).OrderDescending(VersionOrder.Instance);
        return new VitalCube(vital, [.. rows], [.. columns], Rank(parts.SelectMany(part => part))) { Cells = cells };
    }

    private static ImmutableArray<CubePart> Rank(IEnumerable<CubePart> parts) =>
    [
        .. parts.Where(part => part.Summary.IsEnough)
            .OrderByDescending(part => part.Summary.Severity)
            .ThenByDescending(part => part.Summary.Shares.ShareOf(VitalRating.Poor))
            .ThenByDescending(part => part.Summary.Count)
            .ThenBy(part => (part.Row, part.Column, part.Split).ToString(), StringComparer.Ordinal),
    ];

    /// <summary>Each part with the percentile of the version before it, in the same column and split.</summary>
    private static List<CubePart> WithPrevious(List<Part> slices, double percentile)
    {
        var parts = new List<CubePart>(slices.Count);
        foreach (var line in slices.GroupBy(part => (part.Column, part.Split)))
        {
            CubePart? previous = null;
            foreach (var (row, column, split, density) in line.OrderBy(part => part.Row, VersionOrder.Instance))
            {
                var part = new CubePart(row, column, split, VitalSummary.Of(density, percentile), previous?.Row, previous?.Summary.Value);
                if (part.Summary.IsEnough) previous = part;
                parts.Add(part);
            }
        }
        return parts;
    }

    private readonly record struct Part(string Row, string Column, string Split, VitalDensity Density);
}
