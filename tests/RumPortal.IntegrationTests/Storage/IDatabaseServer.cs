using RumPortal.Storage.Databases;

namespace RumPortal.IntegrationTests.Storage;

/// <summary>Gives each test an empty place of its own: a file, or a schema of a server.</summary>
public interface IDatabaseServer
{
    /// <returns>A connection string for a place that holds nothing yet.</returns>
    Task<string> CreatePlaceAsync();

    Task RemovePlaceAsync(DatabaseAddress address);
}
