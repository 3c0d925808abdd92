namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>Times of strangers: held within 1970 to 2116, so that a difference of two never overflows.</summary>
internal static class TraceTime
{
    private const long Latest = 1L << 62;

    public static long Clamp(long time) => Math.Clamp(time, 0, Latest);

    public static long Add(long time, long shift) => (long)Int128.Clamp((Int128)time + shift, 0, Latest);
}
