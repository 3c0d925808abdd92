using System.Collections.Immutable;

namespace RumPortal.Portal.Features.Apps;

/// <summary>How much an app was used, in one environment.</summary>
/// <param name="PageLoads">By window, oldest first.</param>
/// <param name="Errors">Exceptions in the whole range.</param>
public sealed record AppVolume(ImmutableArray<int> PageLoads, int Errors)
{
    public int Total => PageLoads.Sum();
}
