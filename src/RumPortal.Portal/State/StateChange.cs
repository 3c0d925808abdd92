using RumPortal.Storage;

namespace RumPortal.Portal.State;

/// <summary>Runs a change of the portal's own state for a person: what keeps it from happening becomes a sentence for that person.</summary>
internal static class StateChange
{
    /// <returns>Null when it is done, else why not.</returns>
    public static async Task<string?> TryAsync(Func<Task> change, ILogger log)
    {
        try
        {
            await change();
            return null;
        }
        catch (StorageException exception)
        {
            if (!IsOfThePerson(exception.Fault))
                log.LogError(exception, "The portal's own state could not be changed: {Fault} {Detail}", exception.Fault, exception.Detail);
            return exception.Message;
        }
    }

    // What the person chose, or what another person did meanwhile; anything else is for those who run the portal.
    private static bool IsOfThePerson(StorageFault fault) => fault is
        StorageFault.Invalid or StorageFault.Duplicate or StorageFault.Conflict or StorageFault.NotFound or StorageFault.LimitReached;
}
