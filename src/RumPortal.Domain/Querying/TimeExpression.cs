using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RumPortal.Domain.Querying;

/// <summary>
/// One end of a time range as a user or a URL gives it: relative to now, or an instant.
/// </summary>
/// <remarks>
/// <code>
/// now           the moment of reading
/// now-6h        units s, m, h, d, w; a whole number before the unit
/// 2026-11-23T09:00:00Z   ISO 8601 with an offset; without one it means UTC
/// 2026-11-23    the start of that day, UTC
/// </code>
/// Anything else is refused by <see cref="TryParse"/>; nothing is guessed.
/// </remarks>
public readonly record struct TimeExpression
{
    private const int LongestAgoInDays = 400;

    private readonly DateTimeOffset? _instant;
    private readonly string? _ago;

    private TimeExpression(DateTimeOffset instant) => _instant = instant.ToUniversalTime();

    private TimeExpression(string ago, TimeSpan offset)
    {
        _ago = ago;
        Ago = offset;
    }

    /// <summary>The moment of reading.</summary>
    public static TimeExpression Now { get; }

    /// <summary>How far before now; zero for an instant.</summary>
    public TimeSpan Ago { get; }

    public bool IsRelative => _instant is null;

    public static TimeExpression At(DateTimeOffset instant) => new(instant);

    public DateTimeOffset Resolve(DateTimeOffset now) => _instant ?? now - Ago;

    /// <summary>The text that <see cref="TryParse"/> reads back to the same value.</summary>
    public override string ToString() =>
        _instant?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture) ?? (_ago is null ? "now" : $"now-{_ago}");

    public static bool TryParse([NotNullWhen(true)] string? text, out TimeExpression expression)
    {
        expression = Now;
        if (string.IsNullOrWhiteSpace(text)) return false;
        text = text.Trim();
        if (text == "now") return true;
        if (text.StartsWith("now-", StringComparison.Ordinal)) return TryParseAgo(text[4..], out expression);
        if (!LooksLikeDate(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)) return false;
        expression = At(instant);
        return true;
    }

    private static bool TryParseAgo(string text, out TimeExpression expression)
    {
        expression = Now;
        if (text.Length is < 2 or > 7 || !int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        TimeSpan? unit = text[^1] switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            'w' => TimeSpan.FromDays(7),
            _ => null,
        };
        if (unit is null || number == 0 || unit.Value * number > TimeSpan.FromDays(LongestAgoInDays)) return false;
        expression = new TimeExpression(text, unit.Value * number);
        return true;
    }

    // DateTimeOffset.TryParse would also take "5" or "Monday"; only the ISO form is a promise.
    private static bool LooksLikeDate(string text) =>
        text.Length >= 10 && text[4] == '-' && text[7] == '-' && text.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0;
}
