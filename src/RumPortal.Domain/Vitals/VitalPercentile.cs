using System.Collections.Immutable;
using System.Globalization;

namespace RumPortal.Domain.Vitals;

/// <summary>The percentiles that are offered, as parts of one.</summary>
public static class VitalPercentile
{
    /// <summary>What web vitals are judged by.</summary>
    public const double Default = 0.75;

    public static ImmutableArray<double> All { get; } = [0.5, 0.75, 0.9, 0.95, 0.99];

    /// <summary><c>p75</c>, <c>p99.9</c>.</summary>
    public static string Text(double percentile) => string.Create(CultureInfo.InvariantCulture, $"p{percentile * 100:0.##}");
}
