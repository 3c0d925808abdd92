using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RumPortal.Domain.Vitals;

/// <summary>
/// A named list of bucket edges per vital. Each list holds both official thresholds, so that shares of good and poor are counts, and
/// about 24 edges spaced by a constant factor around them, so that a percentile is known to about 10 % of itself.
/// </summary>
/// <param name="Name">What recorded series carry as <c>scheme</c>; the edges of a name never change.</param>
/// <param name="Bounds">Finite upper edges by vital, ascending, each part of its bucket. Milliseconds; CLS has no unit.</param>
public sealed record BucketScheme(string Name, FrozenDictionary<string, ImmutableArray<double>> Bounds)
{
    /// <summary>What new rules record. A CLS of exactly zero, the most frequent one, has a bucket of its own.</summary>
    public static BucketScheme Current { get; } = new("vitals-24", new Dictionary<string, ImmutableArray<double>>(StringComparer.Ordinal)
    {
        ["lcp"] = [200, 300, 400, 500, 600, 750, 900, 1100, 1300, 1500, 1750, 2000, 2250, 2500, 2800, 3200, 3600, 4000, 4800, 5800, 7000, 9000, 12000, 20000],
        ["inp"] = [8, 16, 24, 32, 40, 50, 64, 80, 100, 120, 140, 170, 200, 240, 290, 350, 420, 500, 600, 750, 950, 1200, 1600, 2500],
        ["cls"] = [0, 0.001, 0.0025, 0.005, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.12, 0.14, 0.17, 0.2, 0.25, 0.3, 0.37, 0.45, 0.6, 0.8, 1.2, 2],
        ["fcp"] = [100, 200, 300, 400, 500, 600, 750, 900, 1050, 1200, 1400, 1600, 1800, 2000, 2300, 2600, 3000, 3500, 4200, 5000, 6000, 7500, 10000, 15000],
        ["ttfb"] = [25, 50, 75, 100, 150, 200, 250, 300, 370, 450, 550, 660, 800, 950, 1100, 1300, 1550, 1800, 2100, 2500, 3200, 4200, 6000, 10000],
    }.ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>The text of the upper edge of the bucket that a value falls into.</summary>
    /// <param name="vital">A name of <see cref="VitalNames"/>.</param>
    /// <param name="value">Not negative.</param>
    public string EdgeOf(string vital, double value) => BucketEdge.Text(Bounds[vital].FirstOrDefault(edge => value <= edge, double.PositiveInfinity));

    /// <summary>The edges of a scheme by its name; null for a name that is not known.</summary>
    public static BucketScheme? Find(string name) => name == Current.Name ? Current : null;
}
