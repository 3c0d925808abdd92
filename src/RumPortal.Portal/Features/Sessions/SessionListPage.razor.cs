using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Components.Panels;

namespace RumPortal.Portal.Features.Sessions;

/// <summary>The list, its counters, and the volume beside it.</summary>
public sealed partial class SessionListPage
{
    private static readonly IReadOnlyList<string> SortNames = Enum.GetValues<SessionSort>().Select(SortName).ToList();

    private SessionListing _listing = null!;
    private PanelRead<SessionVolume> _volume = null!;
    private FilterChoices _choices = FilterChoices.None;
    private string _user = "";

    [Inject] public required SessionListingFactory Listings { get; init; }

    [Inject] public required SessionVolumeReader Volumes { get; init; }

    [Inject] public required FilterChoiceReader Choices { get; init; }

    private SessionListState State { get; set; } = new(new ViewFilter(), null, SessionSort.Newest);

    private IReadOnlyList<SessionRow> Loaded => _listing.Rows;

    private ImmutableArray<SessionFacet> Facets => SessionFacet.Count(Loaded);

    private IReadOnlyList<SessionRow> Ordered => State.Sort switch
    {
        SessionSort.Errors => Loaded.OrderByDescending(row => row.Counters?.CountOf(FaroCategory.Error) ?? -1).ToList(),
        SessionSort.Longest => Loaded.OrderByDescending(row => row.Counters?.Duration ?? TimeSpan.Zero).ToList(),
        SessionSort.Pages => Loaded.OrderByDescending(row => row.Counters?.Pages ?? -1).ToList(),
        _ => Loaded,
    };

    // The version is in the lines, so what can be offered is what the loaded sessions have.
    private FilterChoices OfferedChoices => _choices.WithVersions(Loaded.Select(row => row.Version));

    private SessionQuestion? Question => Range is { } range ? new SessionQuestion(range, Filter.App, Filter.Environment, Filter.Filters, State.User) : null;

    protected override void OnInitialized()
    {
        _listing = Listings.Create(NewRead<SessionList>(), NewRead<ImmutableArray<SessionRow>>());
        _volume = NewRead<SessionVolume>();
    }

    protected override void ReadAddress()
    {
        State = SessionListState.Parse(Filter, Query);
        Filter = State.Filter;
        _user = State.User ?? "";
    }

    protected override async Task ReadAsync()
    {
        ResolveRange();
        if (Question is not { } question) return;
        await Task.WhenAll(_listing.StartAsync(Scope, question), ReadVolumeAsync(), ReadChoicesAsync());
    }

    private Task ReadVolumeAsync() =>
        Question is { } question ? _volume.StartAsync(cancellation => Volumes.ReadAsync(Scope, question, cancellation)) : Task.CompletedTask;

    private async Task ReadChoicesAsync()
    {
        if (Range is not { } range) return;
        _choices = await Choices.ReadAsync(Scope, Filter, range, []);
        StateHasChanged();
    }

    private void SearchUser() => Navigation.NavigateTo((State with { User = _user.Trim() is { Length: > 0 } user ? user : null }).ToAddress());

    private void SortBy(string? name) =>
        Navigation.NavigateTo((State with { Sort = Enum.GetValues<SessionSort>().FirstOrDefault(sort => SortName(sort) == name) }).ToAddress(), replace: true);

    private static string SortName(SessionSort sort) => sort switch
    {
        SessionSort.Errors => "most errors",
        SessionSort.Longest => "longest",
        SessionSort.Pages => "most pages",
        _ => "newest",
    };
}
