using System.Data.Common;

namespace RumPortal.Storage.Databases;

/// <summary>What SQLite and PostgreSQL do differently; the statements themselves are the same for both.</summary>
internal interface IDatabaseEngine : IDisposable
{
    public ValueTask<DbConnection> OpenAsync(CancellationToken cancellation);

    /// <summary>
    /// Begins a transaction that only one starter at a time can hold, in this process or another; the lock ends with the transaction. Waits
    /// for others up to <paramref name="patience"/>.
    /// </summary>
    public Task<DbTransaction> BeginSchemaChangeAsync(DbConnection connection, TimeSpan patience, CancellationToken cancellation);

    /// <summary>What a failure of the driver means; null when it is none of the driver's.</summary>
    public StorageFault? FaultOf(Exception exception);
}
