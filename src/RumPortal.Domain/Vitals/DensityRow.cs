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
    /// The rows of series that carry the labels of <see cref="DensityLabels"/>, one for each sample: samples are counts of
    /// neighbouring windows and add up. A series without these labels gives rows that are rejected and reported like any other.
    /// </summary>
    public static IEnumerable<DensityRow> Read(IEnumerable<Series> series) =>
        from one in series
        let row = new DensityRow(one.Labels, one.Labels[DensityLabels.Vital] ?? "", one.Labels[DensityLabels.Edge] ?? "", 0, one.Labels[DensityLabels.Scheme])
        from sample in one.Samples
        select row with { Count = sample.Value };
}
