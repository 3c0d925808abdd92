using System.Globalization;

namespace RumPortal.Sandbox.Hosting.CommandLines;

/// <summary>Reads the values of options; null is "not one".</summary>
internal static class OptionValues
{
    public static int? Integer(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : null;

    /// <summary>A whole number and one of <c>s m h d</c>, or <c>0</c>; at most 60 days.</summary>
    public static TimeSpan? Duration(string text)
    {
        if (text == "0") return TimeSpan.Zero;
        if (text.Length < 2 || Integer(text[..^1], 0, 60 * 86_400) is not { } count) return null;
        var duration = text[^1] switch
        {
            's' => TimeSpan.FromSeconds(count),
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            _ => TimeSpan.MaxValue,
        };
        return duration <= TimeSpan.FromDays(60) ? duration : null;
    }

    /// <summary>A whole number of <c>MB</c> or <c>GB</c> (powers of 1024), at least 16 MB.</summary>
    public static long? Size(string text)
    {
        var unit = text.EndsWith("GB", StringComparison.OrdinalIgnoreCase) ? 1L << 30
            : text.EndsWith("MB", StringComparison.OrdinalIgnoreCase) ? 1L << 20
            : 0;
        if (unit == 0 || Integer(text[..^2], 1, 1 << 20) is not { } count) return null;
        return count * unit >= 16L << 20 ? count * unit : null;
    }
}
