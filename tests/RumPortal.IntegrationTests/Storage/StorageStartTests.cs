using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RumPortal.Storage;
using RumPortal.Storage.Databases;
using RumPortal.Storage.Vitals;
using RumPortal.Storage.Views;

namespace RumPortal.IntegrationTests.Storage;

/// <summary>A host with the stores, from nothing but a connection string.</summary>
public sealed class StorageStartTests(SqliteFiles files) : IClassFixture<SqliteFiles>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_WithTheDefaultFile_MakesItAndKeepsStateOverARestart()
    {
        using (var host = Host(null))
        {
            await host.StartAsync(Cancellation);
            await host.Services.GetRequiredService<SavedViewStore>().AddAsync("ann", new SavedViewDraft("vitals", "118", "app=shop-web"), Cancellation);
            await host.StopAsync(Cancellation);
        }
        using var again = Host(null);
        await again.StartAsync(Cancellation);

        Assert.Equal("118", Assert.Single(await again.Services.GetRequiredService<SavedViewStore>().ListAsync("ann", [], "vitals", Cancellation)).Name);
        Assert.Empty(await again.Services.GetRequiredService<DimensionSetStore>().ListAsync("shop-web", Cancellation));
        Assert.Equal(0, (await again.Services.GetRequiredService<RouteTemplateStore>().ReadAsync("shop-web", Cancellation)).Version);
        Assert.Null(await again.Services.GetRequiredService<Database>().FaultAsync(Cancellation));
        Assert.True(File.Exists(Path.Combine(files.Folder, "portal.db")));
    }

    [Fact]
    public async Task Host_WithADatabaseThatCannotBeUsed_DoesNotStart()
    {
        var path = Path.Combine(files.Folder, "broken.db");
        await File.WriteAllTextAsync(path, new string('x', 5000), Cancellation);
        using var host = Host($"Data Source={path}");

        var exception = await Assert.ThrowsAsync<StorageException>(() => host.StartAsync(Cancellation));

        Assert.Equal(StorageFault.Damaged, exception.Fault);
    }

    private IHost Host(string? connectionString)
    {
        Assert.True(DatabaseAddress.TryParse(connectionString, files.Folder, out var address, out var fault), fault);
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        builder.Services.AddStorage(address);
        return builder.Build();
    }
}
