using RumPortal.Portal.Configuration;

namespace RumPortal.Portal.Health;

/// <summary>Whether this instance can serve people: its state folder takes the keys that keep them signed in.</summary>
public sealed class Readiness(StateFolder folder)
{
    /// <summary>Why not, or null.</summary>
    public string? Fault
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
