using System.Collections.Immutable;

namespace RumPortal.Domain.Vitals;

/// <summary>A vital over time: one point for every step that was asked for, gaps included.</summary>
/// <param name="vital">Lower-case name.</param>
/// <param name="points">In the order of time.</param>
public sealed class VitalSeries(string vital, ImmutableArray<VitalPoint> points)
{
    public string Vital { get; } = vital;

    public ImmutableArray<VitalPoint> Points { get; } = points;

    /// <summary>All steps as one. The same object each time: what draws it compares by reference.</summary>
    public VitalDensity Whole { get; } = VitalDensity.Merge(vital, points.Select(point => point.Density).OfType<VitalDensity>());

    public double Count => Points.Sum(point => point.Count);
}
