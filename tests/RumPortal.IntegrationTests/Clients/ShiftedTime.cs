namespace RumPortal.IntegrationTests.Clients;

/// <summary>The system's clock, moved on by a test. Timers run as ever.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private long _shift;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _shift));

    public override long GetTimestamp() => base.GetTimestamp() + (long)(Interlocked.Read(ref _shift) / (double)TimeSpan.TicksPerSecond * TimestampFrequency);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _shift, time.Ticks);
}
