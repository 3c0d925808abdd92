using System.Collections.Immutable;
using RumPortal.Domain.Querying;

namespace RumPortal.Domain.Vitals;

/// <summary>All vitals over the same time steps.</summary>
/// <param name="Series">In the order of <see cref="VitalNames.All"/>; a vital without any measurement is left out.</param>
/// <param name="Rejected">Samples that are in no point.</param>
public sealed record VitalHistory(ImmutableArray<VitalSeries> Series, RejectedRows Rejected)
{
    /// <summary>The series of a vital, or null when it was not measured at all.</summary>
    public VitalSeries? this[string vital] => Series.FirstOrDefault(series => series.Vital == vital);

    /// <param name="series">Each carries the labels of <see cref="DensityLabels"/>; further labels are merged. A sample counts one step.</param>
    /// <param name="times">The steps that were asked for, ascending; a sample at any other time is rejected.</param>
    public static VitalHistory Build(IEnumerable<Series> series, IReadOnlyList<DateTimeOffset> times)
    {
        var intake = new DensityIntake();
        var steps = times.Select(_ => new DensityCounts()).ToArray();
        var stepAt = new Dictionary<long, int>();
        for (var step = 0; step < times.Count; step++) stepAt.TryAdd(times[step].UtcTicks, step);
        foreach (var (labels, samples) in series)
        {
            var (vital, edge, scheme) = (labels[DensityLabels.Vital] ?? "", labels[DensityLabels.Edge] ?? "", labels[DensityLabels.Scheme]);
            foreach (var sample in samples)
            {
                if (stepAt.TryGetValue(sample.Time.UtcTicks, out var step)) intake.Add(steps[step], vital, scheme, edge, sample.Value);
                else intake.RejectOffGrid();
            }
        }
        return new VitalHistory(Turn([.. steps.Select(intake.Build)], times), intake.Rejected);
    }

    private static ImmutableArray<VitalSeries> Turn(ImmutableArray<ImmutableArray<VitalDensity>> steps, IReadOnlyList<DateTimeOffset> times)
    {
        var byVital = VitalNames.All.Select(vital => new VitalSeries(vital,
            [.. steps.Select((densities, step) => new VitalPoint(times[step], densities.FirstOrDefault(density => density.Vital == vital)))]));
        return [.. byVital.Where(series => series.Points.Any(point => point.Density is not null))];
    }
}
