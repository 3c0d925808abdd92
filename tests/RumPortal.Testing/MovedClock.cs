namespace RumPortal.Testing;

/// <summary>
/// A clock that runs as the system's does but began at another time, so that recorded data with fixed times lies in "the last six hours".
/// Timers run in real time.
/// </summary>
public sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _started = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_started);
}
