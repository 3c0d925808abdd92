using System.Collections.Immutable;
using RumPortal.Clients.Loki;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Auth;

namespace RumPortal.Portal.Features.Apps;

/// <summary>Reads which apps there are and when each was last heard of.</summary>
public sealed class AppReader(LokiClient loki, TeamDirectory teams)
{
    /// <summary>More rows than this are cut short: each costs a query for one line.</summary>
    public const int MostRows = 200;

    private const int AtOnce = 6;

    private static readonly TimeSpan LookBack = TimeSpan.FromDays(30);

    /// <summary>The apps that the viewer may see: those with lines in the range, and those that the viewer's teams own.</summary>
    /// <exception cref="Clients.Http.BackendException">There is no usable answer.</exception>
    public async Task<Answer<ImmutableArray<AppRow>>> ReadAsync(ViewerScope viewer, string? environment, TimeRange range, CancellationToken cancellation)
    {
        if (FaroScopes.Of(viewer, loki.Labels, null, environment) is not { } scope) return new Answer<ImmutableArray<AppRow>>([], []);
        var series = await loki.SeriesAsync(scope.Select(), range, cancellation);
        var seen = series
            .Select(labels => (App: labels[loki.Labels.App.ToString()], Environment: labels[loki.Labels.Environment.ToString()]))
            .Where(pair => pair.App is not null && viewer.MaySee(pair.App))
            .Select(pair => (App: pair.App ?? "", pair.Environment)).Distinct().ToList();
        var silent = viewer.Apps.Where(app => seen.All(pair => pair.App != app)).Select(app => (App: app, Environment: environment));
        var wanted = seen.Concat(silent).OrderBy(pair => pair.App, StringComparer.Ordinal).ThenBy(pair => pair.Environment, StringComparer.Ordinal).ToList();
        var rows = await LastLinesAsync(wanted.Take(MostRows).ToList(), range, cancellation);
        return new Answer<ImmutableArray<AppRow>>(rows, [], wanted.Count > MostRows ? $"The first {MostRows} of {wanted.Count} apps and environments are shown." : null);
    }

    private async Task<ImmutableArray<AppRow>> LastLinesAsync(List<(string App, string? Environment)> wanted, TimeRange range, CancellationToken cancellation)
    {
        var rows = new AppRow[wanted.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, wanted.Count), options, async (i, token) =>
        {
            var (app, environment) = wanted[i];
            var scope = new FaroScope(loki.Labels, [app], environment is null ? null : [environment]);
            var last = await LastLineAsync(scope, range, token) ?? await LastLineAsync(scope, new TimeRange(range.From - LookBack, range.From), token);
            rows[i] = new AppRow(app, environment, last, teams.OwnersOf(app).Select(team => team.Name).ToList());
        });
        return [.. rows];
    }

    private async Task<DateTimeOffset?> LastLineAsync(FaroScope scope, TimeRange range, CancellationToken cancellation)
    {
        var page = await loki.ReadPageAsync(new LogRequest(FaroQueries.LatestLines(scope), range) { PageSize = 1 }, cancellation);
        return page.Records.Count == 0 ? null : page.Records[0].ArrivalTime;
    }
}
