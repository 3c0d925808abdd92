using RumPortal.Domain.Faro;

namespace RumPortal.Domain.Sessions;

/// <summary>Lines of one category in one window of a session.</summary>
/// <param name="From">Start of the window.</param>
public readonly record struct SessionTick(DateTimeOffset From, FaroCategory Category, int Lines);
