using System.Globalization;
using RumPortal.Testing;
using RumPortal.Testing.Loki;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Api;

/// <summary>
/// A portal over visitors who gave hostile names: one session each, in both spellings of lines, and one that nothing is to be found in.
/// </summary>
public sealed class HostileVisitors : IAsyncLifetime
{
    public const string App = "shop-web";

    /// <summary>What a line can hold and a filter can ask for: text that has a UTF-8 form, without NUL.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. HostileTexts.All.Where(text => !text.Contains('\0') && !text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD))];

    private LokiServer _loki = null!;

    public RunningPortal Portal { get; private set; } = null!;

    public static string SessionOf(int name) => string.Create(CultureInfo.InvariantCulture, $"hostile{name:D3}");

    public async ValueTask InitializeAsync()
    {
        _loki = await LokiServer.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        var lines = Names.SelectMany((name, index) => Lines(SessionOf(index), name, now.AddMinutes(-30).AddSeconds(index), index % 2 == 1))
            .Concat(Lines("foreign0001", "nobody", now.AddMinutes(-20), false).Select(line => line with { App = "account-portal" }));
        await LokiPush.SendAsync(_loki.Url, lines, CancellationToken.None);
        // A busy machine is no answer to a hostile text.
        Portal = await RunningPortal.StartAsync(new PortalSetup(_loki.Url) { Timeout = TimeSpan.FromMinutes(2) });
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await _loki.DisposeAsync();
    }

    private static IEnumerable<PushedLine> Lines(string session, string name, DateTimeOffset start, bool json)
    {
        (string Key, string Value)[] meta =
        [
            ("sdk_name", "faro-web"), ("app_name", App), ("app_version", "119"), ("user_id", name), ("user_username", name),
            ("session_id", session), ("page_url", name), ("browser_name", "Firefox"),
        ];
        yield return Line(start, "event", [("event_name", "session_start"), .. meta], json);
        yield return Line(start.AddSeconds(5), "log", [("message", name), ("level", "info"), .. meta], json);
    }

    private static PushedLine Line(DateTimeOffset time, string kind, (string Key, string Value)[] fields, bool json)
    {
        KeyValuePair<string, string>[] all =
        [
            new("timestamp", time.ToString("yyyy-MM-dd HH:mm:ss.fff '+0000 UTC'", CultureInfo.InvariantCulture)), new("kind", kind),
            .. fields.Select(field => new KeyValuePair<string, string>(field.Key, field.Value)),
        ];
        return new PushedLine(App, kind, time, json ? LineSpelling.Json(all) : LineSpelling.Logfmt(all));
    }
}
