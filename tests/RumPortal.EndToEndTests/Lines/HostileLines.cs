using System.Globalization;
using RumPortal.EndToEndTests.Browsing;
using RumPortal.Sandbox.Loki;
using RumPortal.Testing;
using RumPortal.Testing.Loki;
using RumPortal.Testing.Portals;

namespace RumPortal.EndToEndTests.Lines;

/// <summary>A portal over what an attacker can post to a receiver: one session whose every field is markup, beside lines that are hardly lines.</summary>
public sealed class HostileLines : IAsyncLifetime
{
    public const string App = "shop-web";
    public const string Session = "hostile0001";

    /// <summary>As markup it would run a script, load a picture of the portal's host and a page of another one.</summary>
    public const string Markup = "\"'><img src=x onerror=window.canary=1><script>window.canary=1</script><iframe src=//foreign.example/></iframe>";

    private LokiServer _loki = null!;

    public RunningPortal Portal { get; private set; } = null!;

    public VisitOptions PortalVisit => new(Portal.Url);

    public async ValueTask InitializeAsync()
    {
        _loki = await LokiServer.StartAsync(new LokiOptions { MaxLineSize = 4 << 20 });
        await LokiPush.SendAsync(_loki.Url, Lines(TimeProvider.System.GetUtcNow().AddMinutes(-10)), CancellationToken.None);
        Portal = await RunningPortal.StartAsync(new PortalSetup(_loki.Url));
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await _loki.DisposeAsync();
    }

    private static IEnumerable<PushedLine> Lines(DateTimeOffset start)
    {
        (string Key, string Value)[] meta =
        [
            ("app_name", App), ("app_version", Markup), ("user_id", Markup), ("user_username", Markup), ("user_email", Markup), ("session_id", Session),
            ("page_url", $"javascript:window.canary=1//{Markup}"), ("page_id", Markup), ("browser_name", Markup), ("browser_os", Markup), ("view_name", Markup),
        ];
        var half = Text(start.AddSeconds(7), "exception", [.. meta, ("type", "Half"), ("value", Markup)]);
        string[][] texts =
        [
            ["event", Text(start, "event", [("event_name", "session_start"), .. meta])],
            ["event", Text(start.AddSeconds(1), "event", [("event_name", "faro.user.action"), ("event_data_userActionName", Markup), .. meta])],
            ["event", Text(start.AddSeconds(2), "event", [("event_name", "faro.performance.resource"), ("event_data_name", $"https://foreign.example/{Markup}"), .. meta])],
            ["exception", Text(start.AddSeconds(3), "exception", [("type", "Error"), ("value", Markup), ("stacktrace", $"Error\n  at {Markup}"), .. meta])],
            ["log", Text(start.AddSeconds(4), "log", [("message", string.Concat(Enumerable.Repeat(Markup, 10_000))), ("level", Markup), .. meta])],
            ["log", Text(start.AddSeconds(5), "log", [("message", "ten thousand"), .. meta, .. Enumerable.Range(0, 10_000).Select(i => ($"context_<b>{i}", Markup))])],
            ["log", Text(DateTimeOffset.MinValue, "log", [("message", "year one"), .. meta])],
            ["exception", half[..^40]],
            ["log", $"{{\"kind\":\"log\",\"session_id\":\"{Session}\",\"message\":\"{{{{ half"],
            ["measurement", $"session_id={Session} kind=measurement type=web-vitals value_lcp=NaN value_cls=-1e308 value_inp={Markup} \u0001\u001b[31m\u202e\ufffd = == \"\" \"{Markup}"],
        ];
        return texts.Select((text, index) => new PushedLine(App, text[0], start.AddSeconds(index), text[1]))
            .Append(new PushedLine(Markup, "log", start, Text(start, "log", [("message", "an app of a bad name"), ("session_id", Session)])));
    }

    private static string Text(DateTimeOffset time, string kind, IEnumerable<(string Key, string Value)> fields) => LineSpelling.Logfmt(
    [
        new("timestamp", time.ToString("yyyy-MM-dd HH:mm:ss.fff '+0000 UTC'", CultureInfo.InvariantCulture)), new("kind", kind),
        .. fields.Select(field => new KeyValuePair<string, string>(field.Key, field.Value)),
    ]);
}
