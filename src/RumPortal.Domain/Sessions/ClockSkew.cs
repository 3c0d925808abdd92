namespace RumPortal.Domain.Sessions;

/// <summary>
/// By how much a browser's clock is off the receiver's. A line arrives a little after it was written (0.3 to 3 s as a rule, minutes for
/// held batches), never before; so the smallest delay among many lines tells the difference of the clocks.
/// </summary>
/// <param name="Correction">To be added to the browser's times; zero when the clocks agree as far as can be told.</param>
public readonly record struct ClockSkew(TimeSpan Correction)
{
    /// <summary>A smallest delay up to this may well be the way itself, so it is left alone.</summary>
    public static readonly TimeSpan OrdinaryDelay = TimeSpan.FromSeconds(10);

    // Far from the middle stand invented times and performance entries that old SDKs dated back over a sleep of the machine.
    private static readonly TimeSpan Outlier = TimeSpan.FromMinutes(10);

    public static ClockSkew None { get; } = new(TimeSpan.Zero);

    public bool IsCorrected => Correction != TimeSpan.Zero;

    /// <summary>Estimates the skew from the delays (arrival minus browser time) of a session's lines.</summary>
    public static ClockSkew Estimate(IReadOnlyCollection<TimeSpan> delays)
    {
        if (delays.Count == 0) return None;
        var sorted = delays.Order().ToArray();
        var middle = sorted[sorted.Length / 2];
        var smallest = sorted.First(delay => delay >= middle - Outlier);
        return smallest < TimeSpan.Zero || smallest > OrdinaryDelay ? new ClockSkew(smallest) : None;
    }

    /// <summary>The corrected time, held within what a <see cref="DateTimeOffset"/> can express.</summary>
    public DateTimeOffset Correct(DateTimeOffset browserTime)
    {
        var ticks = Int128.Clamp((Int128)browserTime.UtcTicks + Correction.Ticks, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks);
        return new DateTimeOffset((long)ticks, TimeSpan.Zero);
    }
}
