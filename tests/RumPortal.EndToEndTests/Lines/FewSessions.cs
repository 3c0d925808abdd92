using System.Globalization;
using RumPortal.Testing;
using RumPortal.Testing.Loki;

namespace RumPortal.EndToEndTests.Lines;

/// <summary>A Loki of its own with a few plain sessions of the last minutes, to be disturbed.</summary>
internal static class FewSessions
{
    public const string App = "shop-web";

    public static async Task<LokiServer> StartAsync()
    {
        var loki = await LokiServer.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        await LokiPush.SendAsync(loki.Url, Enumerable.Range(1, 5).SelectMany(number => LinesOf($"plain{number:D4}", now.AddMinutes(-number))), CancellationToken.None);
        return loki;
    }

    /// <summary>A session's start and further log lines, a tenth of a second apart.</summary>
    public static IEnumerable<PushedLine> LinesOf(string session, DateTimeOffset start, int count = 3)
    {
        yield return Line(session, start, "event", "event_name", "session_start");
        for (var i = 1; i < count; i++)
            yield return Line(session, start.AddMilliseconds(100 * i), "log", "message", string.Create(CultureInfo.InvariantCulture, $"line {i + 1} of {count}"));
    }

    private static PushedLine Line(string session, DateTimeOffset time, string kind, string key, string value) => new(App, kind, time, LineSpelling.Logfmt(
    [
        new("timestamp", time.ToString("yyyy-MM-dd HH:mm:ss.fff '+0000 UTC'", CultureInfo.InvariantCulture)), new("kind", kind), new(key, value),
        new("level", kind == "log" ? "info" : ""), new("app_name", App), new("app_version", "119"), new("session_id", session),
        new("user_id", "u-1"), new("user_username", "Nils"), new("page_url", "https://shop.example.test/cart"), new("browser_name", "Firefox"),
    ]));
}
