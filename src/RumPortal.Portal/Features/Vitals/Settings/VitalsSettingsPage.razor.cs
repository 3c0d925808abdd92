using Microsoft.AspNetCore.Components;
using RumPortal.Clients.Prometheus;
using RumPortal.Portal.Components.Panels;
using RumPortal.Storage.Vitals;

namespace RumPortal.Portal.Features.Vitals.Settings;

/// <summary>What is recorded of one app's web vitals: decided here, applied by whoever loads the rule files.</summary>
public sealed partial class VitalsSettingsPage
{
    private PanelRead<RecordingSettings> _settings = null!;
    private PanelRead<Recordings?> _recorded = null!;
    private PanelRead<VitalRules> _rules = null!;
    private bool _mayReadMuch;
    private string? _app;

    [Inject] public required RecordingSettingsReader Reader { get; init; }

    [Inject] public required RecordingSettingsWriter Writer { get; init; }

    [Inject] public required VitalRulesReader Rules { get; init; }

    private VitalsSettingsState State { get; set; } = VitalsSettingsState.Default;

    private IReadOnlyList<RecordedSet> RecordedSets => _recorded.Answer?.Value?.Index?.Sets ?? [];

    // Shows or hides; whether a change is allowed is the writer's to say.
    private bool MayChange => Filter.App is { } app && Scope.MayChange(app);

    protected override void OnInitialized() =>
        (_settings, _recorded, _rules) = (NewRead<RecordingSettings>(), NewRead<Recordings?>(), NewRead<VitalRules>());

    protected override void ReadAddress() => State = VitalsSettingsState.Parse(Filter, Query);

    protected override Task ReadAsync()
    {
        if (Filter.App is not { } app) return Task.CompletedTask;
        // What is being typed stays while the same app is read again.
        var keep = app == _app;
        (_app, _mayReadMuch) = (app, _mayReadMuch && keep);
        return Task.WhenAll(ReadSettingsAsync(app, keep), _recorded.StartAsync(token => Reader.ReadRecordedAsync(Scope, app, token), keep), ReadRulesAsync());
    }

    private Task RefreshAsync() => ReadAsync();

    private Task ReadSettingsAsync(string app, bool keep) => _settings.StartAsync(token => Reader.ReadAsync(Scope, app, token), keep);

    private Task ReadRulesAsync() => Filter.App is { } app
        ? _rules.StartAsync(token => Rules.ReadAsync(Scope, app, State.Lines, new Uri(Navigation.BaseUri), _mayReadMuch, token))
        : Task.CompletedTask;

    private Task ReadMuchAsync()
    {
        _mayReadMuch = true;
        return ReadRulesAsync();
    }

    private Task<string?> SaveSetAsync(DimensionSetDraft draft) =>
        ChangeSetsAsync(app => Writer.SaveSetAsync(Scope, app, draft, CancellationToken.None));

    private Task<string?> RemoveSetAsync(StoredDimensionSet stored) =>
        ChangeSetsAsync(app => Writer.RemoveSetAsync(Scope, app, stored, CancellationToken.None));

    private async Task<string?> SaveRoutesAsync(long version, string patterns)
    {
        if (Filter.App is not { } app) return null;
        var fault = await Writer.SaveRoutesAsync(Scope, app, version, patterns, CancellationToken.None);
        // After a refusal the text stays as typed: to see what another wrote, the person reads the page again.
        if (fault is null) await ReadSettingsAsync(app, keep: true);
        return fault;
    }

    private async Task<string?> ChangeSetsAsync(Func<string, Task<string?>> change)
    {
        if (Filter.App is not { } app) return null;
        var fault = await change(app);
        // Also after a refusal: another person's change is why, and it is shown.
        await ReadSettingsAsync(app, keep: true);
        if (fault is null) _ = ReadRulesAsync();
        return fault;
    }
}
