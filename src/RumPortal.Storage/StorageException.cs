namespace RumPortal.Storage;

/// <summary>
/// The portal's own state could not be read or changed. The one exception that this project throws for anything outside the code; a
/// caller's cancellation stays an <see cref="OperationCanceledException"/>. The message is short and for users; it holds no address or
/// credential.
/// </summary>
public sealed class StorageException(StorageFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public StorageFault Fault { get; } = fault;

    /// <summary>What the database said and where it is, without credentials. For those who run the portal.</summary>
    public string? Detail { get; init; }
}
