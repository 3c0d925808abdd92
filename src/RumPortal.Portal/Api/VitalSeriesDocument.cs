using RumPortal.Domain.Vitals;

namespace RumPortal.Portal.Api;

/// <summary>One vital over time; steps without a sample are left out.</summary>
public sealed record VitalSeriesDocument(string Name, IReadOnlyList<VitalPointDocument> Points)
{
    public static VitalSeriesDocument Of(VitalSeries series, double percentile) => new(series.Vital,
    [
        .. series.Points.Where(point => point.Density is not null).Select(point => new VitalPointDocument(point.Time, point.Percentile(percentile), point.Count)),
    ]);
}
