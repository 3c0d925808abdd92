using System.Globalization;

namespace RumPortal.Sandbox.Literals;

/// <summary>Sizes such as <c>20MB</c>, <c>1.5 KiB</c>, <c>42</c>: decimal units count 1000, binary ones 1024; case does not matter.</summary>
public static class ByteSize
{
    private static readonly string[] Prefixes = ["", "k", "m", "g", "t", "p", "e"];

    public static bool TryParse(string text, out ulong bytes, out string error)
    {
        bytes = 0;
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ',')) end++;
        var number = text[..end].Replace(",", "", StringComparison.Ordinal);
        if (!GoFloat.TryParse(number, out var count, out error)) return false;
        var unit = text[end..].Trim().ToLowerInvariant();
        if (!TryUnit(unit, out var size))
        {
            error = $"unhandled size name: {unit}";
            return false;
        }

        var total = count * size;
        if (total >= ulong.MaxValue)
        {
            error = $"too large: {text}";
            return false;
        }

        bytes = (ulong)total;
        return true;
    }

    /// <summary>The form that Loki writes in a normalised query: <c>20MB</c>, <c>1.5kB</c>.</summary>
    public static string Format(ulong bytes)
    {
        if (bytes < 10) return string.Create(CultureInfo.InvariantCulture, $"{bytes}B");
        var power = Math.Min((int)Math.Floor(Math.Log(bytes, 1000)), Prefixes.Length - 1);
        var value = Math.Floor((bytes / Math.Pow(1000, power) * 10) + 0.5) / 10;
        var unit = power == 1 ? "k" : Prefixes[power].ToUpperInvariant();
        return string.Create(CultureInfo.InvariantCulture, $"{(value < 10 ? GoFloat.FormatFixed(value, 1) : GoFloat.FormatFixed(value, 0))}{unit}B");
    }

    private static bool TryUnit(string unit, out double size)
    {
        for (var power = 0; power < Prefixes.Length; power++)
        {
            var prefix = Prefixes[power];
            size = unit == prefix + "b" || unit == prefix ? Math.Pow(1000, power)
                : power > 0 && (unit == prefix + "ib" || unit == prefix + "i") ? Math.Pow(1024, power) : 0;
            if (size > 0) return true;
        }

        size = 0;
        return false;
    }
}
