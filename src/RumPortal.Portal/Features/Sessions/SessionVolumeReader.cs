using System.Collections.Immutable;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Features.Sessions;

/// <summary>Counts page loads and errors over the range of a session list.</summary>
public sealed class SessionVolumeReader(LokiClient loki)
{
    private const int MostWindows = 72;

    /// <exception cref="Auth.AppNotVisibleException">The viewer may not see the app.</exception>
    /// <exception cref="Clients.Http.BackendException">There is no usable answer.</exception>
    public async Task<Answer<SessionVolume>> ReadAsync(ViewerScope viewer, SessionQuestion question, CancellationToken cancellation)
    {
        var grid = StepGrid.Cover(question.Range, MostWindows);
        if (FaroScopes.Of(viewer, loki.Labels, question.App, question.Environment) is not { } scope) return new Answer<SessionVolume>(new SessionVolume(question.Range, grid.Step, []), []);
        // Conditions on what only some lines have would leave out page loads or errors; those on metadata hold for both.
        var conditions = question.Filters.Where(filter => !IsOfOneKind(filter.Key)).ToList();
        var loads = loki.QueryRangeAsync(FaroQueries.PageLoads(scope, conditions, grid.Step), grid, cancellation);
        var errors = loki.QueryRangeAsync(FaroQueries.Errors(scope, conditions, grid.Step), grid, cancellation);
        await Task.WhenAll(loads, errors);
        var (countedLoads, countedErrors) = (await loads, await errors);
        return new Answer<SessionVolume>(Combine(question.Range, grid, countedLoads, countedErrors), [countedLoads.Executed, countedErrors.Executed]);
    }

    private static bool IsOfOneKind(string key) => key is "kind" or "type" or "value" or "hash" or "level" or "message" or "event_name"
        || key.StartsWith("event_data_", StringComparison.Ordinal) || key.StartsWith("context_", StringComparison.Ordinal);

    private static SessionVolume Combine(TimeRange range, StepGrid grid, MetricAnswer loads, MetricAnswer errors)
    {
        var (byLoads, byErrors) = (Points(loads), Points(errors));
        var bars = ImmutableArray.CreateBuilder<VolumeBar>();
        for (var end = grid.Start + grid.Step; end <= grid.End; end += grid.Step)
            bars.Add(new VolumeBar(end - grid.Step, byLoads.GetValueOrDefault(end), byErrors.GetValueOrDefault(end)));
        return new SessionVolume(range, grid.Step, bars.ToImmutable());
    }

    private static Dictionary<DateTimeOffset, int> Points(MetricAnswer answer) =>
        answer.Series.SelectMany(series => series.Samples).Where(sample => sample.Value is > 0 and < int.MaxValue).GroupBy(sample => sample.Time).ToDictionary(group => group.Key, group => (int)group.Sum(sample => sample.Value));
}
