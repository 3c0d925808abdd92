namespace RumPortal.Sandbox.Prometheus.Store;

/// <summary>
/// The sample that says a series has ended: a NaN with bits of its own, told apart from NaNs that were measured. Queries never show it; an
/// instant selector finds nothing behind it.
/// </summary>
public static class StaleMarker
{
    /// <summary>Prometheus' <c>value.StaleNaN</c>.</summary>
    private const long Bits = 0x7ff0000000000002;

    /// <summary>To be appended as it is; arithmetic would change its bits.</summary>
    public static readonly double Value = BitConverter.Int64BitsToDouble(Bits);

    public static bool Is(double value) => BitConverter.DoubleToInt64Bits(value) == Bits;
}
