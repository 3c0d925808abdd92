using System.Data.Common;
using System.Net.Sockets;
using System.Security.Authentication;
using Dapper;
using Npgsql;

namespace RumPortal.Storage.Databases;

/// <summary>PostgreSQL by one pool of connections.</summary>
internal sealed class PostgresEngine(string connectionString) : IDatabaseEngine
{
    // Any number will do as long as every release takes the same: the bytes of "rum_sche".
    private const long SchemaLock = 0x72756D5F73636865;

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connectionString);

    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellation) => await _source.OpenConnectionAsync(cancellation);

    public async Task<DbTransaction> BeginSchemaChangeAsync(DbConnection connection, TimeSpan patience, CancellationToken cancellation)
    {
        var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            // The server ends the wait by itself, which tells a held lock from a server that does not answer.
            var wait = new { Limit = $"{(long)patience.TotalMilliseconds}ms", SchemaLock };
            await connection.ExecuteAsync(new CommandDefinition(
                "SELECT set_config('lock_timeout', @Limit, true); SELECT pg_advisory_xact_lock(@SchemaLock)",
                wait, transaction, (int)patience.TotalSeconds + 10, cancellationToken: cancellation));
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    public StorageFault? FaultOf(Exception exception) => exception switch
    {
        PostgresException refused => FaultOf(refused.SqlState),
        NpgsqlException or SocketException or IOException or TimeoutException or AuthenticationException => StorageFault.Unreachable,
        _ => null,
    };

    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    private static StorageFault FaultOf(string state) => state switch
    {
        PostgresErrorCodes.UniqueViolation => StorageFault.Duplicate,
        PostgresErrorCodes.ReadOnlySqlTransaction => StorageFault.ReadOnly,
        PostgresErrorCodes.DiskFull => StorageFault.DiskFull,
        PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InsufficientPrivilege => StorageFault.Denied,
        PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow => StorageFault.Unreachable,
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.SerializationFailure => StorageFault.Busy,
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => StorageFault.Damaged,
        ['0', '8', ..] => StorageFault.Unreachable,
        ['2', '2', ..] => StorageFault.Invalid,
        ['2', '8', ..] => StorageFault.Denied,
        _ => StorageFault.Unexpected,
    };

    public void Dispose() => _source.Dispose();
}
