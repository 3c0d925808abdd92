using System.Globalization;
using RumPortal.Domain.Vitals.Routes;
using RumPortal.Storage.Databases;

namespace RumPortal.Storage.Vitals;

/// <summary>
/// The route templates of each app: one ordered list, which is only ever replaced as a whole. The caller may act for the app that it names.
/// Methods throw <see cref="StorageException"/>.
/// </summary>
public sealed class RouteTemplateStore(Database database, TimeProvider clock)
{
    private const string Columns = "app, patterns, " + RevisedRow.Columns;

    /// <summary>The app's list; an empty one with version 0 for an app that nobody wrote one for.</summary>
    public async Task<StoredRouteTemplates> ReadAsync(string app, CancellationToken cancellation)
    {
        var lists = await database.QueryAsync<RouteTemplateRow, StoredRouteTemplates>(
            $"SELECT {Columns} FROM route_template_list WHERE app = @App", new { App = TextRules.App(app) }, Stored, cancellation);
        return lists.SingleOrDefault() ?? new StoredRouteTemplates(app, RouteTemplates.Automatic, null);
    }

    /// <param name="version">The version that the change was made on; 0 for the app's first list.</param>
    /// <exception cref="StorageException">
    /// <see cref="StorageFault.Conflict"/> when the stored version is another, <see cref="StorageFault.Invalid"/> for texts that cannot be
    /// stored.
    /// </exception>
    public async Task<StoredRouteTemplates> ReplaceAsync(
        string app, long version, RouteTemplates templates, string author, CancellationToken cancellation)
    {
        const string Insert = $"""
            INSERT INTO route_template_list ({Columns})
            VALUES (@App, @Patterns, 1, @Author, @At, @Author, @At)
            ON CONFLICT (app) DO NOTHING
            RETURNING {Columns}
            """;
        const string Update = $"""
            UPDATE route_template_list
            SET patterns = @Patterns, version = version + 1, changed_by = @Author, changed_at = @At
            WHERE app = @App AND version = @Version
            RETURNING {Columns}
            """;
        var parameters = new
        {
            App = TextRules.App(app),
            Patterns = TextList.Write([.. templates.Patterns.Select(TextOf)]),
            Version = version,
            Author = TextRules.Author(author),
            At = clock.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        var sql = version == 0 ? Insert : Update;
        return await database.ChangeAsync<RouteTemplateRow, StoredRouteTemplates>(sql, parameters, Stored, cancellation)
            ?? throw await ConflictAsync(app, cancellation);
    }

    private async Task<StorageException> ConflictAsync(string app, CancellationToken cancellation)
    {
        var stored = await ReadAsync(app, cancellation);
        var author = stored.Revision?.ChangedBy ?? "Somebody else";
        return new StorageException(StorageFault.Conflict, $"{author} changed the route templates of {app} in the meantime; load them again.");
    }

    private static string TextOf(RouteTemplate pattern, int index) =>
        TextRules.Require(pattern.Text, string.Create(CultureInfo.InvariantCulture, $"Pattern {index + 1}"), RouteTemplate.Longest);

    private static StoredRouteTemplates Stored(RouteTemplateRow row) =>
        RouteTemplates.TryCreate(TextList.Read(row.Patterns), out var templates, out var faults)
            ? new StoredRouteTemplates(row.App, templates, row.ToRevision())
            : throw new StorageException(StorageFault.Damaged, $"The stored route templates of {row.App} are not valid: {faults[0]}");
}
