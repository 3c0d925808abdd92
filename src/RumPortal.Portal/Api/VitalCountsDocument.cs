using RumPortal.Domain.Vitals;

namespace RumPortal.Portal.Api;

/// <summary>One vital, counted.</summary>
/// <param name="Name">Lower case: <c>lcp</c>.</param>
/// <param name="Value">At the asked percentile; milliseconds, CLS without unit. Null without samples.</param>
/// <param name="Lower">The value lies above this edge...</param>
/// <param name="Upper">...and not above this one; null when it is beyond the last edge.</param>
/// <param name="Rating"><c>good</c>, <c>needs-improvement</c> or <c>poor</c>, by the official limits.</param>
/// <param name="Count">Samples. Below 30 the value says little.</param>
/// <param name="Buckets">Counts of each bucket alone, the last with <c>+Inf</c>.</param>
public sealed record VitalCountsDocument(
    string Name, double? Value, double? Lower, double? Upper, string? Rating, double Count, double Good, double NeedsImprovement, double Poor,
    IReadOnlyList<VitalBucketDocument> Buckets)
{
    public static VitalCountsDocument Of(VitalDensity density, double percentile)
    {
        var (estimate, shares) = (density.Percentile(percentile), density.Shares);
        return new VitalCountsDocument(
            density.Vital, estimate?.Value, estimate?.Lower, estimate is { IsOverflow: false } ? estimate.Value.Upper : null,
            estimate is { } known ? VitalNames.Of(known.Rating) : null, density.Count, shares.Good, shares.NeedsImprovement, shares.Poor,
            [.. density.Buckets.Select(bucket => new VitalBucketDocument(bucket.Edge, bucket.Count))]);
    }
}
