using RumPortal.Storage;
using RumPortal.Storage.Databases;
using RumPortal.Storage.Schema;

namespace RumPortal.IntegrationTests.Storage;

/// <summary>Each test has an empty database of its own, laid out unless a test says otherwise. Derived classes say on which server.</summary>
public abstract class DatabaseTests(IDatabaseServer server) : IAsyncLifetime
{
    private readonly List<Database> _opened = [];

    protected string ConnectionString { get; private set; } = "";

    protected IDatabaseServer Server => server;

    internal SetClock Clock { get; } = new();

    /// <summary>The first opened one.</summary>
    private protected Database Database => _opened[0];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected virtual bool StartsLaidOut => true;

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await server.CreatePlaceAsync();
        var database = Open();
        if (StartsLaidOut) await new SchemaMigrator(database, Migration.All, Clock).MigrateAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _opened) database.Dispose();
        if (_opened.Count > 0) await server.RemovePlaceAsync(Database.Address);
        GC.SuppressFinalize(this);
    }

    /// <summary>One more access to the test's place, with a pool of its own, as another instance of the portal has.</summary>
    private protected Database Open(string more = "")
    {
        Assert.True(DatabaseAddress.TryParse($"{ConnectionString};{more}", "/", out var address, out var fault), fault);
        var database = new Database(address);
        _opened.Add(database);
        return database;
    }

    protected static async Task<StorageException> FailsAsync(StorageFault fault, Func<Task> act)
    {
        var exception = await Assert.ThrowsAsync<StorageException>(act);
        Assert.Equal(fault, exception.Fault);
        return exception;
    }
}
