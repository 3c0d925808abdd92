namespace RumPortal.Domain.Vitals;

/// <summary>One time step of a vital.</summary>
/// <param name="Time">As the samples carry it.</param>
/// <param name="Density">Null when nothing was measured: a gap, never a zero.</param>
public readonly record struct VitalPoint(DateTimeOffset Time, VitalDensity? Density)
{
    public double Count => Density?.Count ?? 0;

    public double? P50 => Percentile(0.5);

    public double? P75 => Percentile(0.75);

    public double? P95 => Percentile(0.95);

    public double? Percentile(double percentile) => Density?.Percentile(percentile)?.Value;
}
