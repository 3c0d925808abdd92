namespace RumPortal.Sandbox.Loki.Store;

/// <summary>Arithmetic with instants in nanoseconds since 1970 that stays at the ends of time (1677 and 2262) instead of wrapping round.</summary>
internal static class Nanoseconds
{
    public static long Plus(long time, long delta) => Saturate((Int128)time + delta);

    public static long Minus(long time, long delta) => Saturate((Int128)time - delta);

    public static long Times(long count, long unit) => Saturate((Int128)count * unit);

    /// <summary>How much later the end is; zero when it is earlier.</summary>
    public static long Between(long start, long end) => end <= start ? 0 : Minus(end, start);

    private static long Saturate(Int128 value) => (long)Int128.Clamp(value, long.MinValue, long.MaxValue);
}
