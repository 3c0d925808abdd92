namespace RumPortal.Testing;

/// <summary>A clock that stands still. Timers are those of the system.</summary>
public sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
