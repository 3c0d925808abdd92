using RumPortal.Domain.Apps;
using RumPortal.Storage;
using RumPortal.Storage.Views;

namespace RumPortal.Portal.State;

/// <summary>
/// Saved views as a person may use them: reads the own ones and those of the own teams, shares with own teams only, and removes nothing
/// of others. A view is an address; opening it asks for no more than what its reader may see.
/// </summary>
public sealed class SavedViewAccess(SavedViewStore store, ILogger<SavedViewAccess> log)
{
    /// <summary>The views of a page by name.</summary>
    /// <exception cref="StorageException">The portal's own state cannot be read.</exception>
    public Task<IReadOnlyList<SavedView>> ListAsync(ViewerScope viewer, string page, CancellationToken cancellation) =>
        store.ListAsync(viewer.Name, viewer.Teams, page, cancellation);

    /// <returns>Null when it is saved, else why not, as a sentence.</returns>
    public Task<string?> SaveAsync(ViewerScope viewer, SavedViewDraft draft, CancellationToken cancellation)
    {
        if (draft.Team is { } team && !viewer.Teams.Contains(team))
            return Task.FromResult<string?>($"You are not in the team '{team}'; share with a team of yours or keep the view private.");
        return StateChange.TryAsync(() => store.AddAsync(viewer.Name, draft with { Name = draft.Name.Trim() }, cancellation), log);
    }

    /// <inheritdoc cref="SaveAsync" path="/returns"/>
    public Task<string?> RemoveAsync(ViewerScope viewer, SavedView view, CancellationToken cancellation) =>
        MayRemove(viewer, view)
            ? StateChange.TryAsync(() => store.RemoveAsync(viewer.Name, view.Id, view.Revision.Version, cancellation), log)
            : Task.FromResult<string?>($"The view '{view.Name}' belongs to {view.Owner}, who alone may delete it.");

    public static bool MayRemove(ViewerScope viewer, SavedView view) => string.Equals(view.Owner, viewer.Name, StringComparison.Ordinal);
}
