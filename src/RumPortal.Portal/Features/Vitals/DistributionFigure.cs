using System.Collections.Immutable;
using System.Globalization;
using RumPortal.Domain.Vitals;
using RumPortal.Portal.Components.Charts;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>
/// The distribution as bars of equal width, one for each bucket between the lowest and the highest that holds a measurement; the limits
/// lie between two bars, because they are edges.
/// </summary>
public static class DistributionFigure
{
    private const double HalfBar = 0.5;

    /// <summary>The buckets that are drawn: empty ones at both ends are left away, as long as both limits stay in sight.</summary>
    public static ImmutableArray<VitalBucket> Shown(VitalDensity density)
    {
        var buckets = density.Buckets;
        var limits = VitalThresholds.Of(density.Vital) ?? default;
        var first = buckets.TakeWhile(bucket => bucket.Count <= 0 && bucket.Upper < limits.Good).Count();
        var last = buckets.Length - buckets.Reverse().TakeWhile(bucket => bucket.Count <= 0 && bucket.Lower > limits.Poor).Count();
        return buckets[first..last];
    }

    public static ChartFigure Build(VitalDensity density, double percentile)
    {
        var shown = Shown(density);
        var bars = new ChartTrace(
            ChartTraceKind.Bars, "samples", [.. shown.Select((_, i) => (double)i)], [.. shown.Select(bucket => (double?)bucket.Count)],
            [.. shown.Select(bucket => Text(density, bucket))], [.. shown.Select(bucket => Token(bucket.Rating))]);
        var most = Math.Max(1, shown.Select(bucket => bucket.Count).DefaultIfEmpty().Max()) * 1.08;
        return new ChartFigure
        {
            X = new ChartAxis(-HalfBar, shown.Length - HalfBar, Ticks(density.Vital, shown)),
            Y = new ChartAxis(0, most, []),
            Traces = [bars],
            Marks = Marks(density, shown, percentile),
            RightMargin = 14,
        };
    }

    private static string Text(VitalDensity density, VitalBucket bucket)
    {
        var values = double.IsPositiveInfinity(bucket.Upper)
            ? $"above {VitalText.Edge(density.Vital, bucket.Lower)}"
            : $"{VitalText.Edge(density.Vital, bucket.Lower)} to {VitalText.Edge(density.Vital, bucket.Upper)}";
        return string.Create(CultureInfo.InvariantCulture, $"{values}: n {bucket.Count:N0}, {ShareText.Of(density.Count > 0 ? bucket.Count / density.Count : 0)}");
    }

    // Every edge would be a crowd: every third one, and both limits.
    private static ImmutableArray<ChartTick> Ticks(string vital, ImmutableArray<VitalBucket> shown)
    {
        var limits = VitalThresholds.Of(vital) ?? default;
        return
        [
            .. shown.Select((bucket, i) => (bucket.Upper, Index: i)).Where(edge => double.IsFinite(edge.Upper) && edge.Index % 3 == 1 && edge.Upper != limits.Good && edge.Upper != limits.Poor)
                .Select(edge => new ChartTick(edge.Index + HalfBar, VitalText.Edge(vital, edge.Upper))),
        ];
    }

    private static ImmutableArray<ChartMark> Marks(VitalDensity density, ImmutableArray<VitalBucket> shown, double percentile)
    {
        var limits = VitalThresholds.Of(density.Vital) ?? default;
        var marks = ImmutableArray.CreateBuilder<ChartMark>();
        for (var i = 0; i < shown.Length; i++)
        {
            if (shown[i].Upper.Equals(limits.Good)) marks.Add(new(i + HalfBar, VitalText.Edge(density.Vital, limits.Good), "--ni-fill"));
            if (shown[i].Upper.Equals(limits.Poor)) marks.Add(new(i + HalfBar, VitalText.Edge(density.Vital, limits.Poor), "--poor-fill"));
            if (density.Percentile(percentile) is { } estimate && estimate.Upper.Equals(shown[i].Upper))
                marks.Add(new(i - HalfBar + Part(estimate), $"{VitalPercentile.Text(percentile)} {VitalText.Of(density.Vital, estimate.Value)}", "--c-text"));
        }
        return marks.ToImmutable();
    }

    private static double Part(PercentileEstimate estimate) =>
        estimate.IsOverflow || estimate.Upper <= estimate.Lower ? HalfBar : (estimate.Value - estimate.Lower) / (estimate.Upper - estimate.Lower);

    private static string Token(VitalRating rating) => rating switch
    {
        VitalRating.Good => "--good-fill",
        VitalRating.NeedsImprovement => "--ni-fill",
        _ => "--poor-fill",
    };
}
