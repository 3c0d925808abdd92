using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RumPortal.Portal.Components.Time;

/// <summary>
/// Time as this viewer reads it: one per circuit, in the browser's zone unless the address names another (<c>tz=</c>). Everything
/// stays UTC until it is shown.
/// </summary>
public sealed class UserClock(TimeProvider time)
{
    private TimeZoneInfo _browserZone = TimeZoneInfo.Utc;
    private TimeZoneInfo? _chosenZone;

    public TimeZoneInfo Zone => _chosenZone ?? _browserZone;

    /// <summary>False until the browser said where it is; times are UTC so long.</summary>
    public bool KnowsBrowserZone { get; private set; }

    public DateTimeOffset Now => time.GetUtcNow();

    public void UseBrowserZone(string? name)
    {
        if (!TryFindZone(name, out var zone)) return;
        (_browserZone, KnowsBrowserZone) = (zone, true);
    }

    /// <summary>The zone of the address; null or an unknown name goes back to the browser's.</summary>
    public void Choose(string? name) => _chosenZone = TryFindZone(name, out var zone) ? zone : null;

    public static bool TryFindZone(string? name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return name is { Length: > 0 and <= 64 } && !name.Contains("..", StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone);
    }

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary><c>23 Nov 17:02</c>; with the year when it is not this one.</summary>
    public string DayAndTime(DateTimeOffset instant)
    {
        var local = Local(instant);
        return local.ToString(local.Year == Local(Now).Year ? "d MMM HH:mm" : "d MMM yyyy HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary><c>23 Nov 2026 17:02:11</c></summary>
    public string Full(DateTimeOffset instant) => Local(instant).ToString("d MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>17:02:11.100</c></summary>
    public string TimeOfDay(DateTimeOffset instant) => Local(instant).ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>With offset and milliseconds, for tooltips: <c>2026-11-23 17:02:11.100 +08:00</c></summary>
    public string Exact(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-dd HH:mm:ss.fff zzz", CultureInfo.InvariantCulture);

    /// <summary><c>4 s ago</c>, <c>3 h 12 min ago</c>; an instant ahead of this clock is <c>just now</c> up to a minute, else <c>in 5 min</c>.</summary>
    public string Ago(DateTimeOffset instant)
    {
        var ago = Now - instant;
        if (ago < TimeSpan.FromMinutes(-1)) return "in " + Durations.Rough(-ago);
        return ago < TimeSpan.FromSeconds(1) ? "just now" : Durations.Rough(ago) + " ago";
    }
}
