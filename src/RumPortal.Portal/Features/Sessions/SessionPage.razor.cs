using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Components.Panels;

namespace RumPortal.Portal.Features.Sessions;

/// <summary>One session: its timeline grows while it is read, the selected event follows the address.</summary>
public sealed partial class SessionPage
{
    private static readonly TimeSelection Widest = TimeSelection.Last("30d");

    private PanelRead<SessionTimeline> _timeline = null!;
    private PanelRead<ImmutableArray<string>> _next = null!;
    private int? _selected;
    private (string App, string Id, TimeSelection Time)? _read;

    [Inject] public required SessionTimelineReader Timelines { get; init; }

    [Inject] public required SessionTrail Trails { get; init; }

    [Parameter] public string App { get; set; } = "";

    [Parameter] public string Id { get; set; } = "";

    private SessionPageState State { get; set; } = new(new ViewFilter(), null, [], "");

    private SessionTimeline? Timeline => _timeline.Answer?.Value;

    private TrailPosition? Trail => Trails.Find(App, Id);

    private string Path => new Uri(Navigation.Uri).AbsolutePath;

    private bool IsWide => Filter.Time == Widest;

    private string? CountText => Timeline is { } timeline ? string.Create(CultureInfo.InvariantCulture, $"{timeline.Events.Length:N0} events") : null;

    private string NotFoundText => $"Searched was from four hours before to four hours after {(Filter.Time.IsRelative ? "the chosen range" : "the chosen times")}. The session may be older, belong to another app, or not be sampled.";

    protected override void OnInitialized() => (_timeline, _next) = (NewRead<SessionTimeline>(), NewRead<ImmutableArray<string>>());

    protected override void ReadAddress()
    {
        State = SessionPageState.Parse(Filter, Query);
        if (_read == (App, Id, Filter.Time)) SelectMoment();
    }

    protected override async Task ReadAsync()
    {
        // Lanes, search and moment are in the address too; none of them needs another read.
        if (_read == (App, Id, Filter.Time)) return;
        await RefreshAsync();
    }

    private async Task RefreshAsync()
    {
        if (ResolveRange() is not { } range) return;
        _read = (App, Id, Filter.Time);
        _selected = null;
        var timeline = _timeline.StartManyAsync(cancellation => Timelines.ReadAsync(Scope, App, Id, range, cancellation));
        var next = _next.StartAsync(cancellation => Timelines.ReadNextAsync(Scope, App, Id, range, cancellation));
        await timeline;
        SelectMoment();
        StateHasChanged();
        await next;
    }

    private void SelectMoment()
    {
        if (Timeline is not { Events.Length: > 0 } timeline) return;
        if (State.Moment is { } moment) SelectOffset(timeline, moment);
        else if (State.At is { } at) _selected = Nearest(timeline, at);
    }

    private void SelectOffset(SessionTimeline timeline, TimeSpan moment)
    {
        if (_selected is { } current && Rounded(timeline.OffsetOf(timeline.Events[current])) == Rounded(moment)) return;
        for (var i = 0; i < timeline.Events.Length; i++)
        {
            if (Rounded(timeline.OffsetOf(timeline.Events[i])) < Rounded(moment)) continue;
            _selected = i;
            return;
        }
        _selected = timeline.Events.Length - 1;
    }

    // Who links by an instant read it in a line, so it is the browser's time and not the corrected one.
    private static int Nearest(SessionTimeline timeline, DateTimeOffset at) =>
        Enumerable.Range(0, timeline.Events.Length).MinBy(i => ((timeline.Events[i].RawTime ?? timeline.Events[i].Time) - at).Duration());

    private void Select(int index)
    {
        _selected = index;
        if (Timeline is { } timeline) GoTo(timeline.OffsetOf(timeline.Events[index]));
    }

    private void Deselect()
    {
        _selected = null;
        GoTo(null);
    }

    private void Find(ChangeEventArgs change) =>
        Navigation.NavigateTo((State with { Text = (change.Value as string ?? "").Trim() }).On(Path), replace: true);

    private void GoTo(TimeSpan? moment) => Navigation.NavigateTo((State with { Moment = moment }).On(Path), replace: true);

    /// <summary>An absolute link: the range is fixed around the session, because "last 24 hours" will not hold it tomorrow.</summary>
    private string LinkTo(SessionTimeline timeline, int index)
    {
        var range = new TimeRange(timeline.Summary.Start.AddMinutes(-1), timeline.Summary.End.AddMinutes(1));
        var state = State with { Filter = Filter with { Time = TimeSelection.Between(range) }, Moment = timeline.OffsetOf(timeline.Events[index]) };
        return new Uri(new Uri(Navigation.BaseUri), state.On(Path)).AbsoluteUri;
    }

    private static long Rounded(TimeSpan offset) => (long)Math.Round(offset.TotalMilliseconds);
}
