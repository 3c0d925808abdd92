using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;
using RumPortal.Domain.Vitals.Attribution;
using RumPortal.Domain.Vitals.Comparison;
using RumPortal.Portal.Components.Charts;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Components.Panels;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>Web vitals of one app: all panels are about the same whole steps of time.</summary>
public sealed partial class VitalsPage
{
    private const int MostExamples = 6;

    private static readonly ImmutableArray<string> CubeDimensions = [CubeAxes.Default.Row, CubeAxes.Default.Column, CubeAxes.Default.Split];

    // The usual ones; any other key can be asked for in the address.
    private static readonly IReadOnlyList<string> Dimensions =
        [FaroFields.AppVersion, "browser_name", "browser_os", "page_id", RouteVitalsReader.Dimension, "browser_mobile", "browser_language", FaroFields.AppEnvironment, "sdk_version"];

    private readonly Dictionary<object, object> _asked = [];
    private readonly HashSet<object> _due = [];
    private PanelRead<VitalsRead<VitalHistory>> _history = null!;
    private PanelRead<VitalsRead<VitalHistory>> _before = null!;
    private PanelRead<VitalsRead<ImmutableArray<VersionSighting>>> _sightings = null!;
    private PanelRead<VitalsRead<VitalGroups>> _groups = null!;
    private PanelRead<VitalsRead<VitalGroups>> _groupsBefore = null!;
    private PanelRead<VitalsRead<VitalGroups>> _cells = null!;
    private PanelRead<VitalsRead<VitalGroups>> _cellsBefore = null!;
    private PanelRead<VitalReports> _reports = null!;
    private FilterChoices _choices = FilterChoices.None;
    private StepGrid? _grid;
    private VitalsQuestion? _mayReadMuch;
    private (object Key, ChartFigure Figure)? _figure;

    [Inject] public required VitalsReader Vitals { get; init; }

    [Inject] public required RouteVitalsReader Routes { get; init; }

    [Inject] public required VitalReportsReader Reports { get; init; }

    [Inject] public required FilterChoiceReader Choices { get; init; }

    private VitalsPageState State { get; set; } = VitalsPageState.Default;

    private VitalsQuestion? Question => _grid is { } grid ? new VitalsQuestion(VitalsGrid.RangeOf(grid), Filter.App, Filter.Environment, Filter.Filters) : null;

    private VitalsQuestion? QuestionBefore
    {
        get
        {
            if (Question is not { } question || ComparedPeriods.RangeOf(State.Compare, question.Range) is not { } range) return null;
            if (State.Compare != ComparedPeriod.Release) return question with { Range = range };
            return VersionBefore is { } version ? question with { Filters = Filter.WithVersion(version).Filters } : null;
        }
    }

    // What was read for another comparison stays in the panels until the next one; it is not shown with none.
    private VitalHistory? HistoryBefore => QuestionBefore is null ? null : _before.Answer?.Value.Value;

    private VitalGroups? GroupsBefore => QuestionBefore is null ? null : _groupsBefore.Answer?.Value.Value;

    private VitalGroups? CellsBefore => QuestionBefore is null ? null : _cellsBefore.Answer?.Value.Value;

    // Releases are compared with each other; without a chosen version there is nothing to hold one against.
    private IEnumerable<string> PeriodNames =>
        Enum.GetValues<ComparedPeriod>().Where(period => period != ComparedPeriod.Release || Filter.Versions.Count() == 1).Select(ComparedPeriods.NameOf);

    private string? VersionBefore => Filter.Versions.ToList() is [var chosen]
        ? Versions.SkipWhile(version => VersionOrder.Instance.Compare(version, chosen) >= 0).FirstOrDefault()
        : null;

    /// <summary>What was measured in the range, newest first.</summary>
    private IReadOnlyList<string> Versions =>
    [
        .. (_sightings.Answer?.Value.Value ?? []).Select(sighting => sighting.Version).Where(version => version.Length > 0)
            .Distinct(StringComparer.Ordinal).OrderDescending(VersionOrder.Instance),
    ];

    private string Name => State.Vital.ToUpperInvariant();

    private string ComparedName => State.Compare switch
    {
        ComparedPeriod.None => "",
        ComparedPeriod.Release when VersionBefore is { } version => version,
        var period => ComparedPeriods.NameOf(period),
    };

    private string? Summary => _history.Answer?.Value.Value is { } history && Filter.App is { } app
        ? string.Create(CultureInfo.InvariantCulture, $"{app} · {history["ttfb"]?.Count ?? history.Series.Select(series => series.Count).DefaultIfEmpty().Max():N0} page views measured")
        : null;

    private string? ChartHead => _grid is { } grid ? $"p{State.Percentile} per {Components.Time.Durations.Rough(grid.Step)}" : null;

    private IEnumerable<string> Notes => (_history.Answer?.Value.Notes ?? []).Concat(_groups.Answer?.Value.Notes ?? []).Concat(_cells.Answer?.Value.Notes ?? []).Distinct(StringComparer.Ordinal);

    private long? Unread => new[] { _history.Answer?.Value.Unread, _groups.Answer?.Value.Unread, _cells.Answer?.Value.Unread }.Max();

    private FilterChoices OfferedChoices => _choices with { Versions = Versions };

    private string CsvAddress => (State.Filter.ToQuery().Add("by", State.By).Add("percentile", State.Quantile.ToString(CultureInfo.InvariantCulture)).Add("format", "csv")).On("/api/v1/vitals");

    protected override void OnInitialized()
    {
        (_history, _before) = (NewRead<VitalsRead<VitalHistory>>(), NewRead<VitalsRead<VitalHistory>>());
        (_groups, _groupsBefore) = (NewRead<VitalsRead<VitalGroups>>(), NewRead<VitalsRead<VitalGroups>>());
        (_cells, _cellsBefore) = (NewRead<VitalsRead<VitalGroups>>(), NewRead<VitalsRead<VitalGroups>>());
        (_sightings, _reports) = (NewRead<VitalsRead<ImmutableArray<VersionSighting>>>(), NewRead<VitalReports>());
    }

    protected override void ReadAddress()
    {
        State = VitalsPageState.Parse(Filter, Query);
        Filter = State.Filter;
    }

    protected override async Task ReadAsync()
    {
        if (ResolveRange() is not { } range) return;
        _grid = VitalsGrid.Of(range);
        var choices = ReadChoicesAsync(range);
        // Vitals of several apps together say nothing; without a choice it is the first one.
        if (Filter.App is null)
        {
            await choices;
            if (_choices.Apps is [var first, ..]) Navigation.NavigateTo((State with { Filter = Filter with { App = first } }).ToAddress(), replace: true);
            return;
        }
        var sightings = ReadSightingsAsync();
        // Which version came before is known only then.
        if (State.Compare == ComparedPeriod.Release) await sightings;
        await Task.WhenAll(choices, sightings, ReadHistoryAsync(), ReadGroupsAsync(), ReadCellsAsync(), ReadReportsAsync());
    }

    private async Task RefreshAsync()
    {
        _due.UnionWith(_asked.Keys);
        await ReadAsync();
        _due.Clear();
    }

    private Task ReadMuchAsync()
    {
        _mayReadMuch = Question;
        return RefreshAsync();
    }

    private Task ReadHistoryAsync()
    {
        if (Question is not { } question || _grid is not { } grid) return Task.CompletedTask;
        var back = question.Range.From - (QuestionBefore?.Range.From ?? question.Range.From);
        return Task.WhenAll(
            StartAsync(_history, (question, grid, MayReadMuch), token => Vitals.HistoryAsync(Scope, question, grid, MayReadMuch, token)),
            QuestionBefore is { } before
                ? StartAsync(_before, (before, grid, MayReadMuch), token => Vitals.HistoryAsync(Scope, before, VitalsGrid.Shift(grid, back), MayReadMuch, token))
                : Task.CompletedTask);
    }

    // Versions beside the chosen one are wanted too: they are offered, compared with, and marked in the chart.
    private Task ReadSightingsAsync()
    {
        if (Question is not { } question || _grid is not { } grid) return Task.CompletedTask;
        var all = question with { Filters = Filter.WithVersion(null).Filters };
        return StartAsync(_sightings, (all, grid, State.Vital), token => Vitals.SightingsAsync(Scope, all, State.Vital, grid, token));
    }

    private Task ReadGroupsAsync() => ReadBothAsync(_groups, _groupsBefore, [State.By]);

    private Task ReadCellsAsync() => ReadBothAsync(_cells, _cellsBefore, CubeDimensions);

    private Task ReadBothAsync(PanelRead<VitalsRead<VitalGroups>> now, PanelRead<VitalsRead<VitalGroups>> earlier, ImmutableArray<string> dimensions)
    {
        if (Question is not { } question) return Task.CompletedTask;
        var (vital, key) = (State.Vital, string.Join(',', dimensions));
        return Task.WhenAll(
            StartAsync(now, (question, vital, key, MayReadMuch), token => GroupsAsync(question, dimensions, vital, token)),
            QuestionBefore is { } before
                ? StartAsync(earlier, (before, vital, key, MayReadMuch), token => GroupsAsync(before, dimensions, vital, token))
                : Task.CompletedTask);
    }

    private Task<Answer<VitalsRead<VitalGroups>>> GroupsAsync(VitalsQuestion question, ImmutableArray<string> dimensions, string vital, CancellationToken cancellation) =>
        dimensions is [RouteVitalsReader.Dimension]
            ? Routes.GroupsAsync(Scope, question, [vital], cancellation)
            : Vitals.GroupsAsync(Scope, question, dimensions, [vital], MayReadMuch, cancellation);

    private Task ReadReportsAsync() => Question is { } question
        ? StartAsync(_reports, (question, State.Vital), token => Reports.ReadAsync(Scope, question, State.Vital, token))
        : Task.CompletedTask;

    private bool MayReadMuch => Question is { } question && _mayReadMuch == question;

    // What was asked and answered already is not asked again when only the look of the page changes.
    private Task StartAsync<T>(PanelRead<T> read, object question, Func<CancellationToken, Task<Answer<T>>> ask)
    {
        var isSame = _asked.TryGetValue(read, out var asked) && asked.Equals(question);
        var isDue = _due.Remove(read);
        if (isSame && !isDue && read.Failure is null) return Task.CompletedTask;
        _asked[read] = question;
        // "The last hour" is another range when it is read again, and still the same question.
        return isSame || isDue ? read.StartAsync(ask, keep: true) : read.ReplaceAsync(ask);
    }

    private async Task ReadChoicesAsync(TimeRange range)
    {
        _choices = await Choices.ReadAsync(Scope, Filter, range, []);
        StateHasChanged();
    }

    private VitalDensity? Now(string vital) => _history.Answer?.Value.Value[vital]?.Whole;

    private ImmutableArray<double?> TrendOf(string vital) =>
        _history.Answer?.Value.Value[vital] is { } series ? [.. series.Points.Select(point => point.Percentile(State.Quantile))] : [];

    // A figure is drawn anew when it is another object, so the same numbers must give the same one.
    private ChartFigure? Figure
    {
        get
        {
            if (_history.Answer?.Value.Value[State.Vital] is not { } series || _grid is not { } grid) return null;
            var key = (series, HistoryBefore, _sightings.Answer, State.Percentile, Clock.Zone.Id);
            if (_figure is { } drawn && drawn.Key.Equals(key)) return drawn.Figure;
            var marks = DeploymentMark.Find(_sightings.Answer?.Value.Value ?? [], VitalsGrid.RangeOf(grid).From, grid.Step);
            var figure = new VitalChartFigure(series, HistoryBefore?[State.Vital], State.Quantile, marks, Clock.Zone).Build();
            _figure = (key, figure);
            return figure;
        }
    }

    private static ImmutableArray<FaroVitalReport> Examples(VitalReports read) => EvidenceSpread.Choose(read.Reports, MostExamples);

    private void CompareWith(string? name) =>
        Navigation.NavigateTo((State with { Compare = Enum.GetValues<ComparedPeriod>().FirstOrDefault(period => ComparedPeriods.NameOf(period) == name) }).ToAddress(), replace: true);

    private void BreakDownBy(string? dimension) => Navigation.NavigateTo((State with { By = dimension ?? VitalsPageState.DefaultDimension }).ToAddress(), replace: true);

    private void Zoom((double From, double To) brushed)
    {
        var (from, to) = (ChartTime.Instant(brushed.From, Clock.Zone), ChartTime.Instant(brushed.To, Clock.Zone));
        if (to - from < TimeSpan.FromMinutes(5)) to = from + TimeSpan.FromMinutes(5);
        Navigation.NavigateTo((State with { Filter = Filter with { Time = TimeSelection.Between(new TimeRange(from, to).InWholeMinutes()) } }).ToAddress());
    }

}
