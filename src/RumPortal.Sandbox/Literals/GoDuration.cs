using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace RumPortal.Sandbox.Literals;

/// <summary>Durations in nanoseconds, in the two spellings of Loki: Prometheus' (<c>1d12h</c>, whole numbers, y w d h m s ms) and Go's (<c>1.5h30m</c>, h m s ms us ns).</summary>
public static class GoDuration
{
    public const long Millisecond = 1_000_000;
    public const long Second = 1_000 * Millisecond;
    public const long Minute = 60 * Second;
    public const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    private static readonly (string Unit, long Length)[] PrometheusUnits =
        [("y", 365 * Day), ("w", 7 * Day), ("d", Day), ("h", Hour), ("m", Minute), ("s", Second), ("ms", Millisecond)];

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    private static readonly Dictionary<string, long> GoUnits = new(StringComparer.Ordinal)
    {
        ["ns"] = 1, ["us"] = 1_000, ["µs"] = 1_000, ["μs"] = 1_000, ["ms"] = Millisecond, ["s"] = Second, ["m"] = Minute, ["h"] = Hour,
    };

    /// <summary>Prometheus' form: units in falling order, each at most once; <c>0</c> alone needs no unit.</summary>
    public static bool TryParsePrometheus(string text, out long nanoseconds, out string error)
    {
        nanoseconds = 0;
        error = "";
        if (text == "0") return true;
        if (text.Length == 0)
        {
            error = "empty duration string";
            return false;
        }

        var (position, last, total) = (0, -1, BigInteger.Zero);
        while (position < text.Length)
        {
            if (!TryPart(text, ref position, out var count, out var unit)) return Fail($"not a valid duration string: {GoQuote.Quote(text)}", out error);
            var index = Array.FindIndex(PrometheusUnits, u => u.Unit == unit);
            if (index < 0) return Fail($"unknown unit {GoQuote.Quote(unit)} in duration {GoQuote.Quote(text)}", out error);
            if (index <= last) return Fail($"not a valid duration string: {GoQuote.Quote(text)}", out error);
            last = index;
            total += count * PrometheusUnits[index].Length;
            if (total > long.MaxValue) return Fail("duration out of range", out error);
        }

        nanoseconds = (long)total;
        return true;
    }

    /// <summary>Go's form: an optional sign, then numbers with fractions and units in any order.</summary>
    public static bool TryParseGo(string text, out long nanoseconds, out string error)
    {
        nanoseconds = 0;
        error = "";
        var rest = text.AsSpan();
        var negative = rest.StartsWith("-");
        if (rest.Length > 0 && rest[0] is '-' or '+') rest = rest[1..];
        if (rest is "0") return true;
        if (rest.IsEmpty) return Fail($"time: invalid duration {GoQuote.Quote(text)}", out error);
        var total = 0m;
        while (!rest.IsEmpty)
        {
            var number = NumberLength(rest);
            if (number == 0 || rest[..number] is "." || number > 28 || !decimal.TryParse(rest[..number], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
                return Fail($"time: invalid duration {GoQuote.Quote(text)}", out error);
            rest = rest[number..];
            var length = UnitLength(rest);
            if (length == 0) return Fail($"time: missing unit in duration {GoQuote.Quote(text)}", out error);
            var unit = rest[..length].ToString();
            if (!GoUnits.TryGetValue(unit, out var size)) return Fail($"time: unknown unit {GoQuote.Quote(unit)} in duration {GoQuote.Quote(text)}", out error);
            rest = rest[length..];
            if (count > long.MaxValue / size || (total += decimal.Truncate(count * size)) > long.MaxValue) return Fail($"time: invalid duration {GoQuote.Quote(text)}", out error);
        }

        nanoseconds = negative ? -(long)total : (long)total;
        return true;
    }

    /// <summary>What a duration token of LogQL may be: Prometheus' form, else Go's.</summary>
    public static bool TryParseEither(string text, out long nanoseconds) =>
        TryParsePrometheus(text, out nanoseconds, out _) || TryParseGo(text, out nanoseconds, out _);

    /// <summary>Prometheus' form, largest units first: <c>30d1h</c>.</summary>
    public static string FormatPrometheus(long nanoseconds)
    {
        var milliseconds = nanoseconds / Millisecond;
        if (milliseconds == 0) return "0s";
        var text = new StringBuilder(milliseconds < 0 ? "-" : "");
        milliseconds = Math.Abs(milliseconds);
        foreach (var (unit, length) in PrometheusUnits)
        {
            var count = milliseconds / (length / Millisecond);
            // Years and weeks are only written when nothing is left over: 721h is 30d1h, never 4w2d1h.
            if (count == 0 || (unit is "y" or "w" && milliseconds % (length / Millisecond) != 0)) continue;
            text.Append(CultureInfo.InvariantCulture, $"{count}{unit}");
            milliseconds %= length / Millisecond;
        }

        return text.ToString();
    }

    /// <summary>Go's form: <c>744h0m0s</c>, <c>1.5s</c>, <c>200ms</c>.</summary>
    public static string FormatGo(long nanoseconds)
    {
        if (nanoseconds == 0) return "0s";
        var sign = nanoseconds < 0 ? "-" : "";
        var size = nanoseconds < 0 ? (decimal)nanoseconds * -1 : nanoseconds;
        if (size < 1_000) return $"{sign}{size}ns";
        if (size < Millisecond) return $"{sign}{Trim(size / 1_000)}µs";
        if (size < Second) return $"{sign}{Trim(size / Millisecond)}ms";
        var seconds = $"{Trim(size % Minute / Second)}s";
        if (size < Minute) return sign + seconds;
        var minutes = (long)(size / Minute);
        return minutes < 60 ? $"{sign}{minutes}m{seconds}" : $"{sign}{minutes / 60}h{minutes % 60}m{seconds}";
    }

    private static string Trim(decimal value) => value.ToString("0.#########", CultureInfo.InvariantCulture);

    private static bool Fail(string text, out string error)
    {
        error = text;
        return false;
    }

    private static bool TryPart(string text, ref int position, out BigInteger count, out string unit)
    {
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position])) position++;
        unit = "";
        count = 0;
        if (position == start || position - start > 30) return false;
        count = BigInteger.Parse(text.AsSpan(start, position - start), NumberStyles.None, CultureInfo.InvariantCulture);
        var unitStart = position;
        while (position < text.Length && !char.IsAsciiDigit(text[position])) position++;
        unit = text[unitStart..position];
        return unit.Length > 0;
    }

    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(NumberCharacters);
        return end < 0 ? text.Length : end;
    }

    private static int UnitLength(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(NumberCharacters);
        return end < 0 ? text.Length : end;
    }
}
