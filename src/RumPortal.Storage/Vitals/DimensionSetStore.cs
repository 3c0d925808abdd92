using RumPortal.Domain.Vitals.Recording;
using RumPortal.Storage.Databases;

namespace RumPortal.Storage.Vitals;

/// <summary>
/// The dimension sets of each app. Every statement is limited to the app that the caller names and may act for; the id of another app's set
/// is as unknown as one that never was. Methods throw <see cref="StorageException"/>.
/// </summary>
public sealed class DimensionSetStore(Database database, TimeProvider clock)
{
    public const int MostSets = 50;

    private const string Columns = "id, app, name, dimensions, " + RevisedRow.Columns;

    /// <summary>The app's sets by name; none for an app that nobody decided about.</summary>
    public async Task<IReadOnlyList<StoredDimensionSet>> ListAsync(string app, CancellationToken cancellation)
    {
        var sets = await database.QueryAsync<DimensionSetRow, StoredDimensionSet>(
            $"SELECT {Columns} FROM dimension_set WHERE app = @App", new { App = TextRules.App(app) }, Stored, cancellation);
        // Here, because the two databases sort texts differently.
        return [.. sets.OrderBy(stored => stored.Set.Name, StringComparer.Ordinal)];
    }

    public async Task<StoredDimensionSet?> FindAsync(string app, Guid id, CancellationToken cancellation)
    {
        var sets = await database.QueryAsync<DimensionSetRow, StoredDimensionSet>(
            $"SELECT {Columns} FROM dimension_set WHERE id = @Id AND app = @App",
            new { Id = id.ToString("D"), App = TextRules.App(app) }, Stored, cancellation);
        return sets.SingleOrDefault();
    }

    /// <exception cref="StorageException">
    /// <see cref="StorageFault.Duplicate"/> when the app has a set of that name, <see cref="StorageFault.LimitReached"/> when it has
    /// <see cref="MostSets"/>, <see cref="StorageFault.Invalid"/> for names of apps and people that cannot be stored.
    /// </exception>
    public async Task<StoredDimensionSet> AddAsync(string app, DimensionSet set, string author, CancellationToken cancellation)
    {
        const string Insert = $"""
            INSERT INTO dimension_set ({Columns})
            SELECT @Id, @App, @Name, @Dimensions, 1, @Author, @At, @Author, @At
            WHERE (SELECT COUNT(*) FROM dimension_set WHERE app = @App) < @MostSets
            RETURNING {Columns}
            """;
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        return await WriteAsync(Insert, app, id, 0, set, author, cancellation)
            ?? throw new StorageException(StorageFault.LimitReached, $"{app} has {MostSets} dimension sets, the most an app may have.");
    }

    /// <param name="version">The version that the change was made on.</param>
    /// <exception cref="StorageException">
    /// <see cref="StorageFault.Conflict"/> when the stored version is another, <see cref="StorageFault.NotFound"/> when the app has no such
    /// set, else as for <see cref="AddAsync"/>.
    /// </exception>
    public async Task<StoredDimensionSet> ReplaceAsync(
        string app, Guid id, long version, DimensionSet set, string author, CancellationToken cancellation)
    {
        const string Update = $"""
            UPDATE dimension_set
            SET name = @Name, dimensions = @Dimensions, version = version + 1, changed_by = @Author, changed_at = @At
            WHERE id = @Id AND app = @App AND version = @Version
            RETURNING {Columns}
            """;
        return await WriteAsync(Update, app, id, version, set, author, cancellation) ?? throw await MissedAsync(app, id, cancellation);
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
        string sql, string app, Guid id, long version, DimensionSet set, string author, CancellationToken cancellation)
    {
        var parameters = new
        {
            Id = id.ToString("D"),
            App = TextRules.App(app),
            set.Name,
            Dimensions = TextList.Write(set.Dimensions),
            Version = version,
            Author = TextRules.Author(author),
            At = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            MostSets,
        };
        try
        {
            return await database.ChangeAsync<DimensionSetRow, StoredDimensionSet>(sql, parameters, Stored, cancellation);
        }
        catch (StorageException exception) when (exception.Fault == StorageFault.Duplicate)
        {
            throw new StorageException(StorageFault.Duplicate, $"{app} has a dimension set named '{set.Name}' already.", exception);
        }
    }

    /// <summary>Why a change by id and version met no row.</summary>
    private async Task<StorageException> MissedAsync(string app, Guid id, CancellationToken cancellation) =>
        await FindAsync(app, id, cancellation) is { } stored
            ? new StorageException(
                StorageFault.Conflict,
                $"{stored.Revision.ChangedBy} changed the dimension set '{stored.Set.Name}' in the meantime; load it again.")
            : new StorageException(StorageFault.NotFound, $"{app} has no such dimension set any more.");

    private static StoredDimensionSet Stored(DimensionSetRow row) =>
        DimensionSet.TryCreate(row.Name, TextList.Read(row.Dimensions), out var set, out var fault)
            ? new StoredDimensionSet(Guid.ParseExact(row.Id, "D"), row.App, set, row.ToRevision())
            : throw new StorageException(StorageFault.Damaged, $"The stored dimension set '{row.Name}' of {row.App} is not valid: {fault}");
}
