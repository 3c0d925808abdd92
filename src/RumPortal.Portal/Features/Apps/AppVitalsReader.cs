using System.Collections.Immutable;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Prometheus;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;

namespace RumPortal.Portal.Features.Apps;

/// <summary>
/// Reads the vitals of all apps in one query over recorded series. Apps that record nothing are left out: to count the lines of every app
/// for an overview would cost too much.
/// </summary>
public sealed class AppVitalsReader(PrometheusClient prometheus, LokiClient loki)
{
    /// <returns>By app and environment; empty where no metrics backend is configured.</returns>
    /// <exception cref="Clients.Http.BackendException">There is no usable answer.</exception>
    public async Task<Answer<ImmutableDictionary<(string App, string? Environment), AppVitals>>> ReadAsync(
        ViewerScope viewer, string? environment, TimeRange range, CancellationToken cancellation)
    {
        var none = ImmutableDictionary<(string App, string? Environment), AppVitals>.Empty;
        if (!prometheus.IsConfigured || FaroScopes.Of(viewer, loki.Labels, null, environment) is not { } scope)
            return new Answer<ImmutableDictionary<(string App, string? Environment), AppVitals>>(none, []);
        var answer = await prometheus.QueryAsync(RecordedVitals.CountsByApp(scope, range.Duration), range.To, cancellation);
        var vitals = answer.Series.GroupBy(KeyOf).Where(app => viewer.MaySee(app.Key.App)).ToImmutableDictionary(app => app.Key, VitalsOf);
        return new Answer<ImmutableDictionary<(string App, string? Environment), AppVitals>>(vitals, [answer.Executed]);
    }

    private static (string App, string? Environment) KeyOf(Series series) =>
        (series.Labels[FaroFields.AppName] ?? "", series.Labels[FaroFields.AppEnvironment]);

    // Each set of dimensions counts every measurement once, so one set says all.
    private static AppVitals VitalsOf(IEnumerable<Series> series)
    {
        var set = series.GroupBy(one => one.Labels[RecordedSet.NameLabel] ?? "", StringComparer.Ordinal).MinBy(group => group.Key, StringComparer.Ordinal);
        var slices = VitalGroups.By(DensityRow.Read(set ?? Enumerable.Empty<Series>())).Slices;
        return new AppVitals([.. slices.SelectMany(slice => slice.Summaries())]);
    }
}
