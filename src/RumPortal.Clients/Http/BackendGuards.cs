using System.Collections.Concurrent;

namespace RumPortal.Clients.Http;

/// <summary>The guards of the process, one for each backend, shared by all its clients.</summary>
public sealed class BackendGuards(TimeProvider time)
{
    private readonly ConcurrentDictionary<Backend, BackendGuard> _guards = new();

    internal BackendGuard this[Backend backend] => _guards.GetOrAdd(backend, _ => new BackendGuard(time));
}
