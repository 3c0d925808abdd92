using RumPortal.Domain.Vitals;

namespace RumPortal.Portal.Api;

/// <summary>The vitals of one combination of labels.</summary>
/// <param name="Labels">A value for each asked dimension; empty where the measurements lack it.</param>
public sealed record VitalsGroupDocument(IReadOnlyDictionary<string, string> Labels, IReadOnlyList<VitalCountsDocument> Vitals)
{
    public static VitalsGroupDocument Of(VitalSlice slice, double percentile) => new(
        slice.Labels.ToDictionary(label => label.Key, label => label.Value, StringComparer.Ordinal),
        [.. slice.Densities.Select(density => VitalCountsDocument.Of(density, percentile))]);
}
