using System.Collections.Immutable;
using RumPortal.Domain.Querying;

namespace RumPortal.Domain.Vitals;

/// <summary>The vitals of all measurements that share these labels.</summary>
/// <param name="Labels">One value for each asked dimension; empty where the measurements lack it.</param>
/// <param name="Densities">In the order of <see cref="VitalNames.All"/>; a vital without any measurement is left out.</param>
public sealed record VitalSlice(LabelSet Labels, ImmutableArray<VitalDensity> Densities)
{
    /// <summary>The density of a vital, or null when the slice has no measurement of it.</summary>
    public VitalDensity? this[string vital] => Densities.FirstOrDefault(density => density.Vital == vital);

    public ImmutableArray<VitalSummary> Summaries(double percentile = VitalPercentile.Default) =>
        [.. Densities.Select(density => VitalSummary.Of(density, percentile))];
}
