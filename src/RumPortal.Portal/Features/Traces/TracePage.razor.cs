using System.Globalization;
using Microsoft.AspNetCore.Components;
using RumPortal.Domain.Traces;
using RumPortal.Portal.Api;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Components.Panels;

namespace RumPortal.Portal.Features.Traces;

/// <summary>One trace: its head is read here, its rows by the waterfall, a span's details by the panel beside it.</summary>
public sealed partial class TracePage
{
    private PanelRead<TraceOpening> _trace = null!;
    private TraceId? _parsed;
    private TraceId? _read;
    private string? _idFault;

    [Inject] public required TraceReader Traces { get; init; }

    [Parameter] public string Id { get; set; } = "";

    private TracePageState State { get; set; } = new(new ViewFilter(), null, TracePageState.Tabs[0], new WaterfallState());

    private TraceHead? Head => _parsed is null ? null : _trace.Answer?.Value.Head;

    private string Path => new Uri(Navigation.Uri).AbsolutePath;

    private string DrawnFrom => new QueryWriter().Add("at", State.At is { } at ? PortalUrls.InstantText(at) : null).On($"{PortalApi.Prefix[1..]}/traces/{_parsed}/waterfall");

    private string? CountText => Head?.Summary is { } summary
        ? string.Create(CultureInfo.InvariantCulture, $"{summary.Spans:N0} {(summary.Spans == 1 ? "span" : "spans")}, {summary.Services.Length} {(summary.Services.Length == 1 ? "service" : "services")}")
        : null;

    protected override void OnInitialized() => _trace = NewRead<TraceOpening>();

    protected override void ReadAddress()
    {
        State = TracePageState.Parse(Filter, Query);
        _parsed = TraceId.TryParse(Id, out var id, out _idFault) ? id : null;
    }

    protected override async Task ReadAsync()
    {
        // What the waterfall shows is in the address too; none of it needs another read.
        if (_read == _parsed && _parsed is not null) return;
        await RefreshAsync();
    }

    private async Task RefreshAsync()
    {
        _read = _parsed;
        if (_parsed is not { } id) return;
        await _trace.StartManyAsync(cancellation => Traces.OpenAsync(Scope, id, State.At, cancellation));
    }

    private void Show(WaterfallState waterfall) => GoTo(State with { Waterfall = waterfall });

    private void ShowTab(string tab) => GoTo(State with { Tab = tab });

    private void Deselect() => GoTo(State with { Waterfall = State.Waterfall with { Span = "" } });

    // Going back should leave the trace, not undo each click in it.
    private void GoTo(TracePageState state)
    {
        if (state != State) Navigation.NavigateTo(state.On(Path), replace: true);
    }
}
