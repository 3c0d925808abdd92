namespace RumPortal.Sandbox.Hosting;

/// <summary>What the host has started, to be ended in the opposite order. A part that fails to end does not keep the others alive.</summary>
internal sealed class OwnedParts(ILogger logger) : IAsyncDisposable
{
    private readonly Stack<object> _parts = new();

    public T Add<T>(T part)
        where T : class
    {
        _parts.Push(part);
        return part;
    }

    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
        {
            try
            {
                if (part is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
                else if (part is IDisposable disposable) disposable.Dispose();
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                logger.LogWarning(failure, "{Part} did not end cleanly", part.GetType().Name);
            }
        }
    }
}
