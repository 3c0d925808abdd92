using RumPortal.Storage.Databases;

namespace RumPortal.Storage.Vitals;

/// <summary>
/// The dimension sets of each app. Every statement is limited to the app that the caller names and may act for; the id of another app's set is as
/// unknown as one that never was. Methods throw <see cref="StorageException"/>.
/// </summary>
public sealed class DimensionSetStore(Database database, TimeProvider clock)
{
    public const int LongestName = 100, LongestDimension = 128, MostDimensions = 16, MostSets = 50;

    private const string Columns = "id, app, name, dimensions, " + RevisedRow.Columns;

    /// <summary>The app's sets by name; none for an app that nobody decided about.</summary>
    public async Task<IReadOnlyList<StoredDimensionSet>> ListAsync(string app, CancellationToken cancellation)
    {
        var sets = await database.QueryAsync<DimensionSetRow, StoredDimensionSet>(
            $"SELECT {Columns} FROM dimension_set WHERE app = @App", new { App = TextRules.App(app) }, Set, cancellation);
        return [.. sets.OrderBy(set => set.Name, StringComparer.OrdinalIgnoreCase).ThenBy(set => set.Name, StringComparer.Ordinal)];
    }

    public async Task<StoredDimensionSet?> FindAsync(string app, Guid id, CancellationToken cancellation)
    {
        var sets = await database.QueryAsync<DimensionSetRow, StoredDimensionSet>(
            $"SELECT {Columns} FROM dimension_set WHERE id = @Id AND app = @App", new { Id = id.ToString("D"), App = TextRules.App(app) }, Set, cancellation);
        return sets.SingleOrDefault();
    }

    /// <exception cref="StorageException">
    /// <see cref="StorageFault.Duplicate"/> when the app has a set of that name, <see cref="StorageFault.LimitReached"/> when it has
    /// <see cref="MostSets"/>, <see cref="StorageFault.Invalid"/> for texts that cannot be stored.
    /// </exception>
    public async Task<StoredDimensionSet> AddAsync(string app, DimensionSetDraft draft, string author, CancellationToken cancellation)
    {
        const string Insert = $"""
            INSERT INTO dimension_set ({Columns})
            SELECT @Id, @App, @Name, @Dimensions, 1, @Author, @At, @Author, @At
            WHERE (SELECT COUNT(*) FROM dimension_set WHERE app = @App) < @MostSets
            RETURNING {Columns}
            """;
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        return await WriteAsync(Insert, app, id, 0, draft, author, cancellation)
            ?? throw new StorageException(StorageFault.LimitReached, $"{app} has all the dimension sets that an app may have; remove one first.");
    }

    /// <param name="version">The version that the change was made on.</param>
    /// <exception cref="StorageException">
    /// <see cref="StorageFault.Conflict"/> when the stored version is another, <see cref="StorageFault.NotFound"/> when the app has no such set,
    /// else as for <see cref="AddAsync"/>.
    /// </exception>
    public async Task<StoredDimensionSet> ReplaceAsync(
        string app, Guid id, long version, DimensionSetDraft draft, string author, CancellationToken cancellation)
    {
        const string Update = $"""
            UPDATE dimension_set
            SET name = @Name, dimensions = @Dimensions, version = version + 1, changed_by = @Author, changed_at = @At
            WHERE id = @Id AND app = @App AND version = @Version
            RETURNING {Columns}
            """;
        return await WriteAsync(Update, app, id, version, draft, author, cancellation) ?? throw await MissedAsync(app, id, cancellation);
    }

    /// <exception cref="StorageException">As for <see cref="ReplaceAsync"/>.</exception>
    public async Task RemoveAsync(string app, Guid id, long version, CancellationToken cancellation)
    {
        var removed = await database.ChangeAsync(
            "DELETE FROM dimension_set WHERE id = @Id AND app = @App AND version = @Version",
            new { Id = id.ToString("D"), App = TextRules.App(app), Version = version }, cancellation);
        if (removed == 0) throw await MissedAsync(app, id, cancellation);
    }

    private async Task<StoredDimensionSet?> WriteAsync(
        string sql, string app, Guid id, long version, DimensionSetDraft draft, string author, CancellationToken cancellation)
    {
        var parameters = new
        {
            Id = id.ToString("D"),
            App = TextRules.App(app),
            Name = TextRules.Require(draft.Name, "The name", LongestName),
            Dimensions = TextList.Write(TextRules.RequireEach(draft.Dimensions, "Dimension", MostDimensions, LongestDimension)),
            Version = version,
            Author = TextRules.Author(author),
            At = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            MostSets,
        };
        try
        {
            return await database.ChangeAsync<DimensionSetRow, StoredDimensionSet>(sql, parameters, Set, cancellation);
        }
        catch (StorageException exception) when (exception.Fault == StorageFault.Duplicate)
        {
            throw new StorageException(StorageFault.Duplicate, $"{app} has a dimension set named '{draft.Name}' already.", exception);
        }
    }

    /// <summary>Why a change by id and version met no row.</summary>
    private async Task<StorageException> MissedAsync(string app, Guid id, CancellationToken cancellation) =>
        await FindAsync(app, id, cancellation) is { } stored
            ? new StorageException(StorageFault.Conflict, $"{stored.Revision.ChangedBy} changed the dimension set '{stored.Name}' in the meantime; load it again.")
            : new StorageException(StorageFault.NotFound, $"{app} has no such dimension set any more.");

    private static StoredDimensionSet Set(DimensionSetRow row) =>
        new(Guid.ParseExact(row.Id, "D"), row.App, row.Name, TextList.Read(row.Dimensions), row.ToRevision());
}
