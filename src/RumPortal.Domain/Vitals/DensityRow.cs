using RumPortal.Domain.Querying;

namespace RumPortal.Domain.Vitals;

/// <summary>How many measurements of a vital fell into one bucket, under one set of labels.</summary>
/// <param name="Labels">May hold the labels of <see cref="DensityLabels"/> too; they do no harm.</param>
/// <param name="Vital">Lower-case name.</param>
/// <param name="Edge">Text of the bucket's upper edge, <see cref="BucketEdge"/>.</param>
/// <param name="Count">Measurements in this bucket alone.</param>
/// <param name="Scheme">Name of the edge list; null or empty when the data does not name one.</param>
public readonly record struct DensityRow(LabelSet Labels, string Vital, string Edge, double Count, string? Scheme = null)
{
    /// <summary>
    /// The row of a series that carries the labels of <see cref="DensityLabels"/>: its samples are counts of neighbouring windows and
    /// are added up. A sample that is no count (NaN, infinite) spoils the row rather than being skipped, so that it is reported.
    /// </summary>
    public static DensityRow From(Series series)
    {
        var count = 0.0;
        foreach (var sample in series.Samples) count += sample.Value;
        return new(series.Labels, series.Labels[DensityLabels.Vital] ?? "", series.Labels[DensityLabels.Edge] ?? "", count, series.Labels[DensityLabels.Scheme]);
    }
}
