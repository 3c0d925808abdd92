using System.Data.Common;
using Dapper;
using RumPortal.Storage.Databases;

namespace RumPortal.Storage.Schema;

/// <summary>
/// Brings a database to the schema of this release: all missing steps in one transaction, so that a failing one leaves the database as it
/// was. Instances that start together take turns. A database that had other steps is refused, never guessed at.
/// </summary>
internal sealed class SchemaMigrator(Database database, IReadOnlyList<Migration> migrations, TimeProvider clock)
{
    // Longer than any step should last, shorter than an orchestrator's patience with a start.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Returns how many steps were missing.</summary>
    /// <exception cref="StorageException">
    /// <see cref="StorageFault.Schema"/> when an applied step reads differently now or is not known, or a missing one fails; else what kept
    /// the database from answering.
    /// </exception>
    public Task<int> MigrateAsync(CancellationToken cancellation) => database.ChangeSchemaAsync(
        async transaction =>
        {
            await RunAsync(
                "CREATE TABLE IF NOT EXISTS schema_migration "
                    + "(number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL)",
                null, transaction, cancellation);
            var missing = Missing(await AppliedAsync(transaction, cancellation));
            foreach (var migration in missing) await ApplyAsync(migration, transaction, cancellation);
            return missing.Count;
        },
        Patience, cancellation);

    private List<Migration> Missing(IReadOnlyList<AppliedMigration> applied)
    {
        foreach (var (row, index) in applied.Select((row, index) => (row, index)))
        {
            var fault = index < migrations.Count
                ? FaultOf(row, migrations[index])
                : $"it has the migration {row.Name}, which this release does not know. Run the release that made it, or a newer one.";
            if (fault is not null) throw Refusal(fault);
        }
        return [.. migrations.Skip(applied.Count)];
    }

    private static string? FaultOf(AppliedMigration row, Migration known) =>
        row.Number != known.Number ? $"the migration {known.Name} is missing although {row.Name} was applied."
        : row.Checksum != known.Checksum
            ? $"the migration {row.Name} reads differently now than when it was applied (checksum {row.Checksum}, now {known.Checksum}). "
                + "Restore its text and write the change as a new migration."
        : null;

    private static async Task<IReadOnlyList<AppliedMigration>> AppliedAsync(DbTransaction transaction, CancellationToken cancellation)
    {
        const string Select = "SELECT number, name, checksum FROM schema_migration ORDER BY number";
        var command = new CommandDefinition(Select, null, transaction, cancellationToken: cancellation);
        return [.. await Connection(transaction).QueryAsync<AppliedMigration>(command)];
    }

    private async Task ApplyAsync(Migration migration, DbTransaction transaction, CancellationToken cancellation)
    {
        try
        {
            await RunAsync(migration.Sql, null, transaction, cancellation);
        }
        catch (DbException exception)
        {
            throw Refusal($"the migration {migration.Name} failed.", exception);
        }
        await RunAsync(
            "INSERT INTO schema_migration (number, name, checksum, applied_at) VALUES (@Number, @Name, @Checksum, @AppliedAt)",
            new { migration.Number, migration.Name, migration.Checksum, AppliedAt = clock.GetUtcNow().ToUnixTimeMilliseconds() },
            transaction, cancellation);
    }

    private static Task<int> RunAsync(string sql, object? parameters, DbTransaction transaction, CancellationToken cancellation) =>
        Connection(transaction).ExecuteAsync(
            new CommandDefinition(sql, parameters, transaction, (int)Patience.TotalSeconds, cancellationToken: cancellation));

    private static DbConnection Connection(DbTransaction transaction) =>
        transaction.Connection ?? throw new InvalidOperationException("The transaction is over.");

    private StorageException Refusal(string fault, DbException? exception = null) =>
        new(StorageFault.Schema, $"The portal's database was not changed: {fault}", exception)
        {
            Detail = exception is null ? database.Address.ToString() : $"{database.Address}: {exception.Message}",
        };
}
