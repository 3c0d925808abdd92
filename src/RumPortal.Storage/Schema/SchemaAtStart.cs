using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RumPortal.Storage.Databases;

namespace RumPortal.Storage.Schema;

/// <summary>Brings the schema up to date before anything else of the host starts; a database that cannot be used ends the start.</summary>
internal sealed class SchemaAtStart(Database database, TimeProvider clock, ILogger<SchemaAtStart> log) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            var applied = await new SchemaMigrator(database, Migration.All, clock).MigrateAsync(cancellationToken);
            log.LogInformation("State is kept in {Database}; {Count} migrations were missing and are applied.", database.Address, applied);
        }
        catch (StorageException exception)
        {
            log.LogCritical("{Message} ({Detail})", exception.Message, exception.Detail);
            throw;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
