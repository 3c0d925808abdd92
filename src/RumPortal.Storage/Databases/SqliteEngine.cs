using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace RumPortal.Storage.Databases;

/// <summary>
/// SQLite by its file. The driver's asynchronous methods run on the caller's thread; the portal's statements are few and small. A
/// statement that meets a lock is tried again by the driver until the connection string's <c>Default Timeout</c> is over.
/// </summary>
internal sealed class SqliteEngine(string connectionString) : IDatabaseEngine
{
    // Result codes: https://sqlite.org/rescode.html
    private const int Permission = 3, Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14;
    private const int TooBig = 18, Constraint = 19, Authorization = 23, NotADatabase = 26;
    private const int PrimaryKey = 1555, Unique = 2067;

    // The core package of the driver leaves the choice of the native library to its user.
    static SqliteEngine() => SQLitePCL.Batteries_V2.Init();

    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<DbTransaction> BeginSchemaChangeAsync(DbConnection connection, TimeSpan patience, CancellationToken cancellation)
    {
        var seconds = (int)patience.TotalSeconds;
        ((SqliteConnection)connection).DefaultTimeout = seconds;
        // Readers and the one writer stop getting in each other's way. The mode stays with the file and cannot change in a transaction.
        var mode = new CommandDefinition("PRAGMA journal_mode = WAL", commandTimeout: seconds, cancellationToken: cancellation);
        await connection.ExecuteAsync(mode);
        // Immediate, by the driver's default: takes the lock of the writer at once.
        return await connection.BeginTransactionAsync(cancellation);
    }

    public StorageFault? FaultOf(Exception exception) => exception is not SqliteException sqlite ? null : sqlite.SqliteErrorCode switch
    {
        Busy or Locked => StorageFault.Busy,
        ReadOnly => StorageFault.ReadOnly,
        InputOutput or CannotOpen => StorageFault.Unreachable,
        Corrupt or NotADatabase => StorageFault.Damaged,
        Full => StorageFault.DiskFull,
        Permission or Authorization => StorageFault.Denied,
        TooBig => StorageFault.Invalid,
        Constraint when sqlite.SqliteExtendedErrorCode is PrimaryKey or Unique => StorageFault.Duplicate,
        _ => StorageFault.Unexpected,
    };

    public void Dispose()
    {
        // Open handles in the pool would keep the file from being moved or removed.
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }
}
