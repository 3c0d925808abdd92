using System.Globalization;

namespace RumPortal.Portal.Api;

/// <summary>Where the next page of traces begins: the start of the oldest trace of the last one, as ticks of UTC.</summary>
internal static class TraceCursor
{
    public static string? Of(DateTimeOffset? older) => older?.UtcTicks.ToString(CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out DateTimeOffset? before)
    {
        var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks > 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks;
        before = isNumber ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        return isNumber;
    }
}
