using System.Collections.Immutable;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Features.Apps;

/// <summary>Counts page loads and errors of all apps at once, two queries in all.</summary>
public sealed class AppVolumeReader(LokiClient loki)
{
    private const int MostWindows = 26;

    /// <summary>By app and environment.</summary>
    /// <exception cref="Clients.Http.BackendException">There is no usable answer.</exception>
    public async Task<Answer<ImmutableDictionary<(string App, string? Environment), AppVolume>>> ReadAsync(
        ViewerScope viewer, string? environment, TimeRange range, CancellationToken cancellation)
    {
        var none = ImmutableDictionary<(string, string?), AppVolume>.Empty;
        if (FaroScopes.Of(viewer, loki.Labels, null, environment) is not { } scope) return new Answer<ImmutableDictionary<(string App, string? Environment), AppVolume>>(none, []);
        var grid = StepGrid.Cover(range, MostWindows);
        var loads = loki.QueryRangeAsync(FaroQueries.PageLoads(scope, [], grid.Step), grid, cancellation);
        var errors = loki.QueryRangeAsync(FaroQueries.Errors(scope, [], grid.Step), grid, cancellation);
        await Task.WhenAll(loads, errors);
        var (counted, failed) = (await loads, await errors);
        var volumes = counted.Series.Concat(failed.Series).Select(series => KeyOf(series.Labels)).Distinct()
            .ToImmutableDictionary(key => key, key => new AppVolume(Windows(counted, key, grid), (int)failed.Series.Where(series => KeyOf(series.Labels) == key).Sum(series => series.Sum())));
        return new Answer<ImmutableDictionary<(string App, string? Environment), AppVolume>>(volumes, [counted.Executed, failed.Executed]);
    }

    private (string App, string? Environment) KeyOf(LabelSet labels) => (labels[loki.Labels.App.ToString()] ?? "", labels[loki.Labels.Environment.ToString()]);

    private ImmutableArray<int> Windows(MetricAnswer answer, (string App, string? Environment) key, StepGrid grid)
    {
        var points = answer.Series.Where(series => KeyOf(series.Labels) == key).SelectMany(series => series.Samples).ToLookup(sample => sample.Time, sample => sample.Value);
        var windows = ImmutableArray.CreateBuilder<int>(grid.Points);
        for (var end = grid.Start + grid.Step; end <= grid.End; end += grid.Step) windows.Add((int)points[end].Where(double.IsFinite).Sum());
        return windows.ToImmutable();
    }
}
