using RumPortal.Portal.Configuration;
using RumPortal.Storage.Databases;

namespace RumPortal.Portal.Health;

/// <summary>Whether this instance can serve people: its state folder takes the keys that keep them signed in, and its database answers.</summary>
public sealed class Readiness(StateFolder folder, Database database)
{
    /// <summary>Why not, or null.</summary>
    public async Task<string?> FaultAsync(CancellationToken cancellation) => FolderFault ?? await database.FaultAsync(cancellation);

    private string? FolderFault
    {
        get
        {
            var probe = Path.Combine(folder.Path, $".probe-{Guid.NewGuid():N}");
            try
            {
                File.WriteAllBytes(probe, []);
                File.Delete(probe);
                return null;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return "The state folder cannot be written.";
            }
        }
    }
}
