using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>
/// An app that nobody else has, with lines of three sessions in the last quarter of an hour: all kinds, both spellings, many lines in one
/// nanosecond, and texts that need escaping.
/// </summary>
internal sealed class PushedApp
{
    private const int LineCount = 1200;

    private readonly long _start = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 900) * 1_000_000_000;

    public PushedApp()
    {
        Lines = [.. Enumerable.Range(0, LineCount).Select(Line).OrderBy(line => line.Nanosecond)];
        var buffer = new FaroRecordBuffer();
        Records = [.. Lines.Select(line => buffer.Add(Encoding.UTF8.GetBytes(line.Text), line.Nanosecond, LabelSet.Empty))];
        Range = new TimeRange(DateTimeOffset.UnixEpoch.AddTicks(_start / 100).AddMinutes(-1), DateTimeOffset.UnixEpoch.AddTicks(_start / 100).AddMinutes(20));
    }

    public static string[] Sessions { get; } = ["s1" + Guid.NewGuid().ToString("N")[..8], "s2" + Guid.NewGuid().ToString("N")[..8], "s3" + Guid.NewGuid().ToString("N")[..8]];

    public string Name { get; } = "it-" + Guid.NewGuid().ToString("N")[..12];

    public IReadOnlyList<PushedLine> Lines { get; }

    public IReadOnlyList<FaroRecord> Records { get; }

    public TimeRange Range { get; }

    public static DateTimeOffset TimeOf(PushedLine line) => DateTimeOffset.UnixEpoch.AddTicks(line.Nanosecond / 100);

    public async Task PushAsync(Uri loki, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = loki };
        var streams = Lines.GroupBy(line => line.Kind).Select(stream => new
        {
            stream = new Dictionary<string, string> { ["app_name"] = Name, ["app_environment"] = "test", ["kind"] = stream.Key },
            values = stream.Select(line => new object[] { line.Nanosecond.ToString(CultureInfo.InvariantCulture), line.Text, new Dictionary<string, string> { ["origin"] = "push" } }),
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(loki, "loki/api/v1/push")) { Content = JsonContent.Create(new { streams }) };
        if (Environment.GetEnvironmentVariable("RUMPORTAL_TEST_LOKI_TENANT") is { Length: > 0 } tenant) request.Headers.Add("X-Scope-OrgID", tenant);
        using var response = await http.SendAsync(request, cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.NoContent, await response.Content.ReadAsStringAsync(cancellation));
    }

    // Every fourth line shares its nanosecond with the seven before and after it.
    private PushedLine Line(int i)
    {
        var (kind, fields) = Item(i);
        var session = i % 3;
        var all = new List<KeyValuePair<string, string>> { new("timestamp", "2026-11-20 00:01:37.935 +0000 UTC"), new("kind", kind) };
        all.AddRange(fields.Select(field => new KeyValuePair<string, string>(field.Key, field.Value)));
        all.AddRange(
        [
            new("n", i.ToString(CultureInfo.InvariantCulture)), new("app_version", i % 5 == 0 ? "117" : "118"), new("user_id", $"u-{session}"), new("session_id", Sessions[session]),
            new("session_attr_previousSession", session == 2 ? Sessions[1] : ""), new("page_url", i % 4 == 0 ? "https://x.test/checkout?step=1&lang=zh-TW" : "https://x.test/"),
            new("browser_name", (i % 3) switch { 0 => "Arc", 1 => "Firefox", _ => "Mobile Safari" }), new("browser_mobile", "false"),
        ]);
        var nanosecond = _start + (i / 8 * 7 * 100_000_000L) + (i % 4 == 0 ? 0 : i % 8 * 1_000);
        return new PushedLine(nanosecond, kind, i % 6 == 5 ? LineSpelling.Json(all) : LineSpelling.Logfmt(all));
    }

    private static (string Kind, (string Key, string Value)[] Fields) Item(int i) => (i % 17) switch
    {
        0 => ("event", [("event_name", "session_start"), ("event_domain", "browser")]),
        1 => ("event", [("event_name", "view_changed"), ("event_data_toView", "cart")]),
        2 => ("event", [("event_name", "faro.tracing.fetch"), ("event_data_http.request.method", "GET")]),
        3 => ("event", [("event_name", "faro.performance.navigation"), ("event_data_duration", "900")]),
        4 => ("event", [("event_name", "faro.user.action")]),
        5 => ("event", [("event_name", "faro.session_recording.event"), ("event_data_event", """{"type":3,"data":{"x":1}}""")]),
        6 => ("event", [("event_name", "faro.session_recording.paused")]),
        7 => ("event", [("event_name", "custom event")]),
        8 => ("measurement", [("type", "web-vitals"), ("lcp", "2612.400000"), ("context_rating", i % 2 == 0 ? "poor" : "good"), ("value_lcp", "2612.4")]),
        9 => ("measurement", [("type", "web-vitals"), ("cls", "0.300000"), ("context_rating", "poor"), ("value_cls", "0.3")]),
        10 => ("measurement", [("type", "cart"), ("items", "3.000000"), ("value_items", "3")]),
        11 => ("exception", [("type", "TypeError"), ("value", "x is \"undefined\""), ("stacktrace", "TypeError: x\n  at f (a.js:2:7)")]),
        12 => ("event", [("event_name", "session_resume")]),
        13 => ("log", [("message", "line\nbreak\tand\\slash"), ("level", "warn")]),
        14 => ("log", [("message", "購物車 🚀"), ("level", "info"), ("context_my.key", "x<y>&z")]),
        15 => ("log", [("message", "see browser_name=Arc and a=\"b\""), ("level", "error")]),
        _ => ("log", [("message", ".* and session_id=nobody"), ("level", "info")]),
    };
}

/// <summary>One line as it was pushed.</summary>
internal sealed record PushedLine(long Nanosecond, string Kind, string Text);
