using System.Globalization;

namespace RumPortal.Portal.Features.Traces;

/// <summary>Nanoseconds in the unit that people say: <c>0</c>, <c>250 ns</c>, <c>3.2 µs</c>, <c>46 ms</c>, <c>4.32 s</c>. The waterfall's script says them alike.</summary>
public static class SpanTimes
{
    public static string Text(long nanoseconds) => Math.Abs((double)nanoseconds) switch
    {
        0 => "0",
        < 1e3 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds} ns"),
        < 1e6 => string.Create(CultureInfo.InvariantCulture, $"{Rounded(nanoseconds / 1e3)} µs"),
        < 999.5e6 => string.Create(CultureInfo.InvariantCulture, $"{Rounded(nanoseconds / 1e6)} ms"),
        < 60e9 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e9:0.00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 60_000_000_000} min {Math.Abs(nanoseconds % 60_000_000_000) / 1_000_000_000} s"),
    };

    /// <summary>With its sign: <c>−1.30 s</c>.</summary>
    public static string WithSign(long nanoseconds) => (nanoseconds < 0 ? "−" : "+") + Text(nanoseconds == long.MinValue ? long.MaxValue : Math.Abs(nanoseconds));

    private static string Rounded(double value) => value.ToString(Math.Abs(value) < 9.95 ? "0.#" : "0", CultureInfo.InvariantCulture);
}
