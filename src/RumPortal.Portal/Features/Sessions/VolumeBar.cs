namespace RumPortal.Portal.Features.Sessions;

/// <summary>One window.</summary>
public readonly record struct VolumeBar(DateTimeOffset From, int PageLoads, int Errors);
