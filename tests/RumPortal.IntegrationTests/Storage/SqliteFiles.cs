using RumPortal.Storage.Databases;

namespace RumPortal.IntegrationTests.Storage;

/// <summary>Database files in a temporary folder.</summary>
public sealed class SqliteFiles : IDatabaseServer, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rumportal-sqlite-");

    public string Folder => _folder.FullName;

    public Task<string> CreatePlaceAsync() => Task.FromResult($"Data Source={Path.Combine(Folder, $"{Guid.NewGuid():N}.db")}");

    public Task RemovePlaceAsync(DatabaseAddress address) => Task.CompletedTask;

    public void Dispose() => _folder.Delete(recursive: true);
}
