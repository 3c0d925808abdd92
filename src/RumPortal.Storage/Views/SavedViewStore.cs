using Dapper;
using RumPortal.Storage.Databases;

namespace RumPortal.Storage.Views;

/// <summary>
/// Views that people saved, for themselves or for a team. The caller says who asks: a view of others is as unknown as one that never was,
/// unless it is shared with one of the teams that the caller names. Methods throw <see cref="StorageException"/>.
/// </summary>
public sealed class SavedViewStore(Database database, TimeProvider clock)
{
    public const int LongestOwner = 200, LongestTeam = 200, LongestPage = 64, LongestName = 100, LongestQuery = 8000;
    public const int MostPerOwner = 200, MostPerTeam = 200;

    private const string Columns = "id, owner, team, page, name, query, " + RevisedRow.Columns;

    // Counts what would be there beside the view itself, so that one statement serves for new and for changed views.
    private const string Room = """
        (SELECT COUNT(*) FROM saved_view WHERE owner = @Owner AND id <> @Id) < @MostPerOwner
        AND (SELECT COUNT(*) FROM saved_view WHERE team = @Team AND id <> @Id) < @MostPerTeam
        """;

    /// <summary>The owner's views of a page and those that the teams share, by name.</summary>
    public Task<IReadOnlyList<SavedView>> ListAsync(
        string owner, IReadOnlyCollection<string> teams, string page, CancellationToken cancellation) =>
        ReadAsync("page = @Page", owner, teams, new { Page = TextRules.Require(page, "The page", LongestPage) }, cancellation);

    /// <summary>One view, if the owner or one of the teams has it.</summary>
    public async Task<SavedView?> FindAsync(string owner, IReadOnlyCollection<string> teams, Guid id, CancellationToken cancellation)
    {
        var views = await ReadAsync("id = @Id", owner, teams, new { Id = id.ToString("D") }, cancellation);
        return views.SingleOrDefault();
    }

    /// <exception cref="StorageException">
    /// <see cref="StorageFault.Duplicate"/> when the owner has a view of that name on the page, <see cref="StorageFault.LimitReached"/> when
    /// the owner or the team has as many as may be kept, <see cref="StorageFault.Invalid"/> for texts that cannot be stored.
    /// </exception>
    public async Task<SavedView> AddAsync(string owner, SavedViewDraft draft, CancellationToken cancellation)
    {
        const string Insert = $"""
            INSERT INTO saved_view ({Columns})
            SELECT @Id, @Owner, @Team, @Page, @Name, @Query, 1, @Author, @At, @Author, @At
            WHERE {Room}
            RETURNING {Columns}
            """;
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        return await WriteAsync(Insert, owner, id, 0, draft, owner, cancellation) ?? throw LimitReached();
    }

    /// <summary>Replaces a view of the owner; the author may be another, who may do so (a member of the team).</summary>
    /// <param name="version">The version that the change was made on.</param>
    /// <exception cref="StorageException">
    /// <see cref="StorageFault.Conflict"/> when the stored version is another, <see cref="StorageFault.NotFound"/> when the owner has no such
    /// view, else as for <see cref="AddAsync"/>.
    /// </exception>
    public async Task<SavedView> ReplaceAsync(
        string owner, Guid id, long version, SavedViewDraft draft, string author, CancellationToken cancellation)
    {
        const string Update = $"""
            UPDATE saved_view
            SET team = @Team, page = @Page, name = @Name, query = @Query, version = version + 1, changed_by = @Author, changed_at = @At
            WHERE id = @Id AND owner = @Owner AND version = @Version AND {Room}
            RETURNING {Columns}
            """;
        return await WriteAsync(Update, owner, id, version, draft, author, cancellation)
            ?? throw await MissedAsync(owner, id, version, cancellation);
    }

    /// <exception cref="StorageException">As for <see cref="ReplaceAsync"/>.</exception>
    public async Task RemoveAsync(string owner, Guid id, long version, CancellationToken cancellation)
    {
        var removed = await database.ChangeAsync(
            "DELETE FROM saved_view WHERE id = @Id AND owner = @Owner AND version = @Version",
            new { Id = id.ToString("D"), Owner = RequireOwner(owner), Version = version }, cancellation);
        if (removed == 0) throw await MissedAsync(owner, id, version, cancellation);
    }

    private async Task<IReadOnlyList<SavedView>> ReadAsync(
        string condition, string owner, IReadOnlyCollection<string> teams, object conditionParameters, CancellationToken cancellation)
    {
        var parameters = new DynamicParameters(conditionParameters);
        parameters.Add("Owner", RequireOwner(owner));
        // Dapper's own expansion of lists speaks arrays to PostgreSQL, where IN takes none.
        var names = teams.Select((team, index) =>
        {
            parameters.Add($"Team{index}", team);
            return $"@Team{index}";
        });
        var shared = teams.Count == 0 ? "" : $" OR team IN ({string.Join(", ", names)})";
        var views = await database.QueryAsync<SavedViewRow, SavedView>(
            $"SELECT {Columns} FROM saved_view WHERE {condition} AND (owner = @Owner{shared})", parameters, View, cancellation);
        return [.. views.OrderBy(view => view.Name, StringComparer.OrdinalIgnoreCase).ThenBy(view => view.Id)];
    }

    private async Task<SavedView?> WriteAsync(
        string sql, string owner, Guid id, long version, SavedViewDraft draft, string author, CancellationToken cancellation)
    {
        var parameters = new
        {
            Id = id.ToString("D"),
            Owner = RequireOwner(owner),
            Team = draft.Team is null ? null : TextRules.Require(draft.Team, "The team", LongestTeam),
            Page = TextRules.Require(draft.Page, "The page", LongestPage),
            Name = TextRules.Require(draft.Name, "The name", LongestName),
            Query = TextRules.Allow(draft.Query, "The query string", LongestQuery),
            Version = version,
            Author = TextRules.Author(author),
            At = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            MostPerOwner,
            MostPerTeam,
        };
        try
        {
            return await database.ChangeAsync<SavedViewRow, SavedView>(sql, parameters, View, cancellation);
        }
        catch (StorageException exception) when (exception.Fault == StorageFault.Duplicate)
        {
            throw new StorageException(StorageFault.Duplicate, $"There is a view named '{draft.Name}' on this page already.", exception);
        }
    }

    /// <summary>Why a change by id and version met no row.</summary>
    private async Task<StorageException> MissedAsync(string owner, Guid id, long version, CancellationToken cancellation) =>
        await FindAsync(owner, [], id, cancellation) switch
        {
            null => new StorageException(StorageFault.NotFound, "This view does not exist any more."),
            { Revision.Version: var stored } when stored == version => LimitReached(),
            var view => new StorageException(
                StorageFault.Conflict, $"{view.Revision.ChangedBy} changed the view '{view.Name}' in the meantime; load it again."),
        };

    private static StorageException LimitReached() =>
        new(StorageFault.LimitReached, $"At most {MostPerOwner} views are kept for a person, {MostPerTeam} for a team; remove one first.");

    private static string RequireOwner(string owner) => TextRules.Require(owner, "The owner's name", LongestOwner);

    private static SavedView View(SavedViewRow row) =>
        new(Guid.ParseExact(row.Id, "D"), row.Owner, row.Team, row.Page, row.Name, row.Query, row.ToRevision());
}
