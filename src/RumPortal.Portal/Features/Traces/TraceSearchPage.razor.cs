using Microsoft.AspNetCore.Components;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.ServiceMaps;
using RumPortal.Portal.Components.Charts;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Components.Panels;

namespace RumPortal.Portal.Features.Traces;

/// <summary>Search, chart, list and map.</summary>
public sealed partial class TraceSearchPage
{
    private PanelRead<TraceList> _found = null!;
    private PanelRead<ServiceMap> _map = null!;
    private FilterChoices _choices = FilterChoices.None;
    private (TraceList List, string Zone, TraceScatter Drawn)? _scatter;
    private string? _id, _idFault;

    [Inject] public required TraceSearchReader Search { get; init; }

    [Inject] public required ServiceMapReader Maps { get; init; }

    [Inject] public required FilterChoiceReader Choices { get; init; }

    private TraceSearchState State { get; set; } = TraceSearchState.Default;

    private string? Headline => _found.Answer?.Value is { } list ? $"{list.Traces.Length}{(list.Older is null ? "" : " newest")} found" : null;

    private FilterChoices OfferedChoices => _choices.WithVersions((_found.Answer?.Value.Traces ?? []).Select(trace => trace.Version));

    private IReadOnlyList<string> SeenServices =>
        [.. (_found.Answer?.Value.Traces ?? []).SelectMany(trace => trace.Services).Select(service => service.Service).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private TraceSearchQuestion? Question => Range is { } range ? TraceSearchQuestion.Of(Filter, range, State.Conditions) : null;

    protected override void OnInitialized() => (_found, _map) = (NewRead<TraceList>(), NewRead<ServiceMap>());

    protected override void ReadAddress()
    {
        State = TraceSearchState.Parse(Filter, Query);
        Filter = State.Filter;
    }

    protected override async Task ReadAsync()
    {
        ResolveRange();
        await Task.WhenAll(ReadFoundAsync(), ReadChoicesAsync());
    }

    private async Task ReadFoundAsync()
    {
        if (Question is not { } question) return;
        await _found.StartAsync(cancellation => Search.ReadAsync(Scope, question, null, cancellation));
        if (State.View == TraceSearchView.Map) await ReadMapAsync();
    }

    private Task ReadOlderAsync() =>
        Question is { } question && _found.Answer is { Value: { Older: { } older } list } answer
            ? _found.StartAsync(async cancellation => Joined(answer, list, await Search.ReadAsync(Scope, question, older, cancellation)), keep: true)
            : Task.CompletedTask;

    private Task ReadMapAsync() =>
        _found.Answer is { } answer
            ? _map.StartAsync(cancellation => Maps.ReadAsync(Scope, answer.Value.Traces, cancellation))
            : Task.CompletedTask;

    private async Task ReadChoicesAsync()
    {
        if (Range is not { } range) return;
        _choices = await Choices.ReadAsync(Scope, Filter, range, []);
        StateHasChanged();
    }

    private static Answer<TraceList> Joined(Answer<TraceList> newer, TraceList list, Answer<TraceList> older) => new(
        new TraceList([.. list.Traces, .. older.Value.Traces], older.Value.Older), [.. newer.Queries, .. older.Queries], older.CutShort ?? newer.CutShort);

    // A figure is drawn anew when it is another object.
    private TraceScatter Scatter(TraceList list)
    {
        if (_scatter is { } drawn && ReferenceEquals(drawn.List, list) && drawn.Zone == Clock.Zone.Id) return drawn.Drawn;
        var scatter = TraceScatter.Of(list.Traces, DrawnRange(list), Clock.Zone);
        _scatter = (list, Clock.Zone.Id, scatter);
        return scatter;
    }

    // Before the oldest trace of a page that is not the last there are others: an empty half of a chart would deny them.
    private TimeRange DrawnRange(TraceList list)
    {
        var range = Range ?? new TimeRange(Clock.Now.AddHours(-1), Clock.Now);
        return list.Older is { } older && older > range.From && older < range.To ? new TimeRange(older, range.To) : range;
    }

    private void OpenPoint((int Trace, int Point) clicked)
    {
        if (_scatter is not { } drawn || clicked.Trace >= drawn.Drawn.Rows.Length || clicked.Point >= drawn.Drawn.Rows[clicked.Trace].Length) return;
        var row = drawn.Drawn.Rows[clicked.Trace][clicked.Point];
        Navigation.NavigateTo(PortalUrls.Trace(row.Id.ToString(), at: row.Start));
    }

    private void Narrow((double From, double To) brushed)
    {
        var range = new TimeRange(ChartTime.Instant(brushed.From, Clock.Zone), ChartTime.Instant(brushed.To, Clock.Zone));
        Go(State with { Filter = Filter with { Time = TimeSelection.Between(range) } });
    }

    private void OpenById()
    {
        if (TraceId.TryParse(_id, out var id, out _idFault)) Navigation.NavigateTo(PortalUrls.Trace(id.ToString()));
    }

    private void Go(TraceSearchState state) => Navigation.NavigateTo(state.ToAddress());
}
