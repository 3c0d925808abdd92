namespace RumPortal.Domain.Traces;

/// <summary>Instants of nanoseconds since 1970, cut to what a <see cref="DateTimeOffset"/> holds.</summary>
public static class Instants
{
    public static DateTimeOffset Of(long nanoseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(Math.Max(nanoseconds / TimeSpan.NanosecondsPerTick, -DateTimeOffset.UnixEpoch.Ticks));

    public static long Nanoseconds(DateTimeOffset instant)
    {
        const long MostTicks = long.MaxValue / TimeSpan.NanosecondsPerTick;
        return Math.Clamp((instant - DateTimeOffset.UnixEpoch).Ticks, -MostTicks, MostTicks) * TimeSpan.NanosecondsPerTick;
    }
}
