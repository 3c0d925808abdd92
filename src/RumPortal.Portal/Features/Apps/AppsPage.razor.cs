using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Components.Panels;

namespace RumPortal.Portal.Features.Apps;

/// <summary>The apps first, then how much each was used.</summary>
public sealed partial class AppsPage
{
    private const string Longer = "30d";

    private PanelRead<ImmutableArray<AppRow>> _apps = null!;
    private PanelRead<ImmutableDictionary<(string App, string? Environment), AppVolume>> _volumes = null!;
    private PanelRead<ImmutableDictionary<(string App, string? Environment), AppVitals>> _vitals = null!;
    private string _find = "";

    [Inject] public required AppReader Apps { get; init; }

    [Inject] public required AppVolumeReader Volumes { get; init; }

    [Inject] public required AppVitalsReader Vitals { get; init; }

    private string? Uncounted => _volumes.IsReading ? "…" : _volumes.Answer is null ? "?" : "0";

    private string WhyNone => Scope is { SeesEveryApp: false, Apps.Count: 0 }
        ? "Your teams own no apps. Teams and their apps are settings of the portal."
        : "No stream of the log store has an app label in this range. The page Admin finds out why: address, tenant, or other label names.";

    private string? Summary => _apps.Answer is { Value: var rows }
        ? $"{rows.Select(row => row.App).Distinct(StringComparer.Ordinal).Count()} apps {(Scope.Role == ViewerRole.Admin ? "in all" : "of your teams")} · {rows.Count(row => row.LastLine > Clock.Now - LifeSign.Quiet)} live"
        : null;

    private ImmutableArray<ExecutedQuery> Queries => [.. _volumes.Answer?.Queries ?? [], .. _vitals.Answer?.Queries ?? []];

    protected override void OnInitialized()
    {
        (_apps, _volumes) = (NewRead<ImmutableArray<AppRow>>(), NewRead<ImmutableDictionary<(string App, string? Environment), AppVolume>>());
        _vitals = NewRead<ImmutableDictionary<(string App, string? Environment), AppVitals>>();
    }

    protected override Task ReadAsync() => ResolveRange() is { } range
        ? Task.WhenAll(_apps.StartAsync(cancellation => Apps.ReadAsync(Scope, Filter.Environment, range, cancellation)), ReadVolumesAsync(), ReadVitalsAsync())
        : Task.CompletedTask;

    private Task ReadVolumesAsync() => Range is { } range
        ? _volumes.StartAsync(cancellation => Volumes.ReadAsync(Scope, Filter.Environment, range, cancellation))
        : Task.CompletedTask;

    private Task ReadVitalsAsync() => Range is { } range
        ? _vitals.StartAsync(cancellation => Vitals.ReadAsync(Scope, Filter.Environment, range, cancellation))
        : Task.CompletedTask;

    private IEnumerable<AppRow> Found(ImmutableArray<AppRow> rows) => rows.Where(row => row.App.Contains(_find.Trim(), StringComparison.OrdinalIgnoreCase));

    private AppVolume? VolumeOf(AppRow row) => _volumes.Answer?.Value.GetValueOrDefault((row.App, row.Environment));

    private AppVitals? VitalsOf(AppRow row) => _vitals.Answer?.Value.GetValueOrDefault((row.App, row.Environment));

    private static string Samples(VitalSummary summary) => string.Create(CultureInfo.InvariantCulture, $"p75 of {summary.Count:N0} samples");

    private ViewFilter FilterOf(AppRow row) => new() { App = row.App, Environment = row.Environment, Time = Filter.Time, TimeZone = Filter.TimeZone };

    private string SessionsOf(AppRow row) => PortalUrls.SessionsOf(FilterOf(row));

    // The first letters of the name's first two words.
    private static string Sign(string app) =>
        string.Concat(app.Split(['-', '_', '.', ' '], StringSplitOptions.RemoveEmptyEntries).Take(2).Select(word => char.ToUpperInvariant(word[0])));
}
