using Microsoft.AspNetCore.Components;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Components.Charts;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Components.Panels;
using RumPortal.Portal.Components.Time;

namespace RumPortal.Portal.Features.Propagation;

/// <summary>Matrix, verdict, trend and list, all from one read.</summary>
public sealed partial class PropagationPage
{
    private PanelRead<PropagationRead> _read = null!;
    private FilterChoices _choices = FilterChoices.None;
    private (PropagationRead? Read, string Address, PropagationView View) _view = (null, "", PropagationView.Empty);
    private (object Key, ChartFigure Figure)? _figure;
    private (string Question, TimeRange Range)? _asked;

    [Inject] public required PropagationReader Reader { get; init; }

    [Inject] public required FilterChoiceReader Choices { get; init; }

    private PropagationPageState State { get; set; } = PropagationPageState.Default;

    private string? Headline => _read.Answer is null ? null : VerdictSentence.Headline(View.Routes);

    private string? BrokenText => _read.Answer is null ? null : VerdictSentence.Broken(View.Routes);

    private LinkedCell? Chosen => View.Choose(State);

    private string TrendHead => View.Findings is [var first, ..] ? $"linked rate per {Durations.Rough(first.Trend.Step)}" : "";

    private IEnumerable<string> Notes => (_read.Answer?.Value.Notes ?? []).Concat(Filter.Filters.Where(filter => !IsVersion(filter))
        .Select(filter => $"{filter} is not applied: spans of browsers hold the app's version and environment, and nothing else of the filter bar."));

    private FilterChoices OfferedChoices => _choices.WithVersions((_read.Answer?.Value.Report.Requests ?? []).Select(request => request.Request.Version));

    // Findings are made of every request, and a page renders often.
    private PropagationView View
    {
        get
        {
            if (_read.Answer?.Value is not { } read) return PropagationView.Empty;
            var address = $"{State.ByVersion} {State.Since:O}";
            if (!ReferenceEquals(_view.Read, read) || _view.Address != address) _view = (read, address, PropagationView.Of(read.Report, State));
            return _view.View;
        }
    }

    // A figure is drawn anew when it is another object.
    private ChartFigure Figure
    {
        get
        {
            var key = (View, Chosen, Clock.Zone.Id);
            if (_figure is { } drawn && drawn.Key.Equals(key)) return drawn.Figure;
            var figure = new LinkedTrendFigure(Chosen?.Finding, View.Findings, _read.Answer?.Value.Report.Requests ?? [], Clock.Zone).Build();
            _figure = (key, figure);
            return figure;
        }
    }

    protected override void OnInitialized() => _read = NewRead<PropagationRead>();

    protected override void ReadAddress()
    {
        State = PropagationPageState.Parse(Filter, Query);
        Filter = State.Filter;
    }

    protected override async Task ReadAsync()
    {
        if (ResolveRange() is not { } range) return;
        var choices = ReadChoicesAsync(range);
        if (Filter.App is null)
        {
            await choices;
            // The header list is an app's own; without a choice it is the first app.
            if (_choices.Apps is [var first, ..])
            {
                Navigation.NavigateTo((State with { Filter = Filter with { App = first } }).ToAddress(), replace: true);
                return;
            }
        }
        // Where no app is known the read says why.
        var question = new PropagationQuestion(range.InWholeMinutes(), Filter.App, Filter.Environment, [.. Filter.Versions]);
        await Task.WhenAll(choices, StartAsync(question));
    }

    private Task StartAsync(PropagationQuestion question)
    {
        var asked = ($"{question.App} {question.Environment} {string.Join(',', question.Versions)}", question.Range);
        // Choosing another cell asks nothing new.
        if (asked == _asked && _read is { Answer: not null, Failure: null }) return Task.CompletedTask;
        // "The last day" is another range when it is read again, and still the same question.
        var isSame = asked.Item1 == _asked?.Question;
        _asked = asked;
        return isSame
            ? _read.StartAsync(token => Reader.ReadAsync(Scope, question, token), keep: true)
            : _read.ReplaceAsync(token => Reader.ReadAsync(Scope, question, token));
    }

    private async Task ReadChoicesAsync(TimeRange range)
    {
        _choices = await Choices.ReadAsync(Scope, Filter, range, []);
        StateHasChanged();
    }

    private static bool IsVersion(MetadataFilter filter) => filter is { Key: ViewFilter.VersionKey, Operator: FilterOperator.Is };
}
