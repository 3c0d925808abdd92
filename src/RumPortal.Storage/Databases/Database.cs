using System.Data;
using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace RumPortal.Storage.Databases;

/// <summary>
/// The portal's database: runs statements, each on a connection of the pool, and turns every failure into a <see cref="StorageException"/>.
/// Statements are written once, for both kinds.
/// </summary>
public sealed class Database : IDisposable
{
    private readonly IDatabaseEngine _engine;

    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    public Database(DatabaseAddress address)
    {
        Address = address;
        _engine = address.Kind == DatabaseKind.Sqlite
            ? new SqliteEngine(address.ConnectionString)
            : new PostgresEngine(address.ConnectionString);
    }

    public DatabaseAddress Address { get; }

    /// <summary>Why the database cannot be used, in words for users; null when it can. For readiness probes.</summary>
    public async Task<string?> FaultAsync(CancellationToken cancellation)
    {
        try
        {
            // Counting something that every laid-out database has: opening alone does not touch a SQLite file.
            await QueryAsync<long, long>("SELECT COUNT(*) FROM schema_migration", null, count => count, cancellation);
            return null;
        }
        catch (StorageException exception)
        {
            return exception.Message;
        }
    }

    public void Dispose() => _engine.Dispose();

    /// <summary>Reads rows. A connection that died in the pool is found out only by its use, so a read is tried twice.</summary>
    internal async Task<IReadOnlyList<T>> QueryAsync<TRow, T>(
        string sql, object? parameters, Func<TRow, T> map, CancellationToken cancellation)
    {
        for (var repeated = false; ; repeated = true)
        {
            var opened = false;
            try
            {
                await using var connection = await _engine.OpenAsync(cancellation);
                opened = true;
                var rows = await connection.QueryAsync<TRow>(new CommandDefinition(sql, parameters, cancellationToken: cancellation));
                return [.. rows.Select(map)];
            }
            catch (Exception exception) when (FaultOf(exception) is { } fault)
            {
                if (!opened || repeated || fault != StorageFault.Unreachable) throw Failure(fault, exception);
            }
        }
    }

    /// <summary>Runs one statement that changes at most one row and returns it as it is now (<c>RETURNING</c>); null for no row.</summary>
    internal Task<T?> ChangeAsync<TRow, T>(string sql, object parameters, Func<TRow, T> map, CancellationToken cancellation)
        where T : class =>
        RunAsync(
            async connection =>
            {
                var rows = await connection.QueryAsync<TRow>(new CommandDefinition(sql, parameters, cancellationToken: cancellation));
                return rows.Select(map).SingleOrDefault();
            },
            cancellation);

    /// <summary>Runs one statement that changes rows and tells how many.</summary>
    internal Task<int> ChangeAsync(string sql, object parameters, CancellationToken cancellation) =>
        RunAsync(
            connection => connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancellation)),
            cancellation);

    /// <summary>Runs work in a transaction that no other starter can hold meanwhile; an exception leaves nothing behind.</summary>
    internal Task<T> ChangeSchemaAsync<T>(Func<DbTransaction, Task<T>> work, TimeSpan patience, CancellationToken cancellation) =>
        RunAsync(
            async connection =>
            {
                await using var transaction = await _engine.BeginSchemaChangeAsync(connection, patience, cancellation);
                var result = await work(transaction);
                await transaction.CommitAsync(cancellation);
                return result;
            },
            cancellation);

    private async Task<T> RunAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await _engine.OpenAsync(cancellation);
            return await work(connection);
        }
        catch (Exception exception) when (FaultOf(exception) is { } fault)
        {
            throw Failure(fault, exception);
        }
    }

    // What a row holds did not fit: the first two come from Dapper, the others from what makes a record of a row.
    private StorageFault? FaultOf(Exception exception) => exception switch
    {
        StorageException or OperationCanceledException => null,
        DataException or InvalidCastException or FormatException or JsonException or ArgumentOutOfRangeException => StorageFault.Damaged,
        _ => _engine.FaultOf(exception),
    };

    private StorageException Failure(StorageFault fault, Exception exception) =>
        new(fault, StorageFaultText.Of(fault), exception) { Detail = $"{Address}: {exception.Message}" };
}
