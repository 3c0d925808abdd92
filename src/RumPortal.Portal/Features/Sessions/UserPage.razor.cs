using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Auth;
using RumPortal.Portal.Components.Filters;

namespace RumPortal.Portal.Features.Sessions;

/// <summary>One user's sessions, newest first.</summary>
public sealed partial class UserPage
{
    private static readonly TimeSelection Widest = TimeSelection.Last("30d");

    private SessionListing _listing = null!;
    private FilterChoices _choices = FilterChoices.None;

    [Inject] public required SessionListingFactory Listings { get; init; }

    [Inject] public required FilterChoiceReader Choices { get; init; }

    [Parameter] public string Id { get; set; } = "";

    private bool MayUnmask => Scope.May(ViewerPermission.UnmaskUsers);

    private string? Name => _listing.Rows.Count > 0 ? VisitorName.Of(_listing.Rows[0].Visitor, Scope) : null;

    protected override void OnInitialized() => _listing = Listings.Create(NewRead<SessionList>(), NewRead<ImmutableArray<SessionRow>>());

    protected override async Task ReadAsync()
    {
        if (ResolveRange() is not { } range) return;
        var question = new SessionQuestion(range, Filter.App, Filter.Environment, Filter.Filters, UserId: Id);
        var sessions = _listing.StartAsync(Scope, question);
        _choices = await Choices.ReadAsync(Scope, Filter, range, []);
        StateHasChanged();
        await sessions;
    }
}
