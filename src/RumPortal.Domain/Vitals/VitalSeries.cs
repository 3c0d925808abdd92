using System.Collections.Immutable;

namespace RumPortal.Domain.Vitals;

/// <summary>A vital over time: one point for every step that was asked for, gaps included.</summary>
/// <param name="Vital">Lower-case name.</param>
public sealed record VitalSeries(string Vital, ImmutableArray<VitalPoint> Points)
{
    public double Count => Points.Sum(point => point.Count);

    /// <summary>All steps as one.</summary>
    public VitalDensity Whole() => VitalDensity.Merge(Vital, Points.Select(point => point.Density).OfType<VitalDensity>());
}
