using System.Globalization;
using System.Text.RegularExpressions;

namespace RumPortal.Clients.Querying;

/// <summary>Durations as servers of this family write them: <c>30d1h</c>, <c>1m0s</c>, <c>500ms</c>, <c>0s</c>.</summary>
internal static partial class ServerDuration
{
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (text == "0") return true;
        if (!Form().IsMatch(text)) return false;
        var seconds = 0.0;
        foreach (Match part in Part().Matches(text))
            seconds += double.Parse(part.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * SecondsOf(part.Groups[2].ValueSpan);
        if (seconds > TimeSpan.MaxValue.TotalSeconds / 2) return false;
        duration = TimeSpan.FromSeconds(seconds);
        return true;
    }

    private static double SecondsOf(ReadOnlySpan<char> unit) => unit switch
    {
        "y" => 365 * 86_400,
        "w" => 7 * 86_400,
        "d" => 86_400,
        "h" => 3_600,
        "m" => 60,
        "s" => 1,
        "ms" => 1e-3,
        "us" or "µs" => 1e-6,
        _ => 1e-9,
    };

    [GeneratedRegex(@"^(?:[0-9]{1,12}(?:\.[0-9]{1,9})?(?:y|w|d|h|ms|us|µs|ns|m|s))+\z")]
    private static partial Regex Form();

    [GeneratedRegex(@"([0-9]+(?:\.[0-9]+)?)(y|w|d|h|ms|us|µs|ns|m|s)")]
    private static partial Regex Part();
}
