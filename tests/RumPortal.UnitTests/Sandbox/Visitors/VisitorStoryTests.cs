using System.Globalization;
using System.Text.RegularExpressions;
using RumPortal.Sandbox.FaroReceiver.Payloads;

namespace RumPortal.UnitTests.Sandbox.Visitors;

public sealed class VisitorStoryTests(VisitorDay day) : IClassFixture<VisitorDay>
{
    private const string BadRelease = "118 Arc Mac OS 10.15.7";

    [Fact]
    public void Day_OfVisitors_LeavesAboutAsManyLinesAsAskedFor() => Assert.InRange(day.Lines.Count, 105_000, 135_000);

    [Fact]
    public void Lcp_OfAllVersions_IsWorstFor118InArcOnMac()
    {
        var slices = P75BySlice("lcp");

        Assert.Equal(BadRelease, slices[0].Slice);
        Assert.InRange(slices[0].P75, 4_300, 5_800);
        Assert.All(slices.Skip(1), slice => Assert.InRange(slice.P75, 500, 3_700));
    }

    [Fact]
    public void Inp_OfAllVersions_IsPoorFor118InArcOnMacOnly()
    {
        var slices = P75BySlice("inp");

        Assert.Equal(BadRelease, slices[0].Slice);
        Assert.True(slices[0].P75 > 500);
        Assert.All(slices.Skip(1), slice => Assert.InRange(slice.P75, 8, 400));
    }

    [Fact]
    public void PriceError_OfAllVersions_IsThrownBy118InArcOnMacOnly()
    {
        var thrown = day.Exceptions.Where(e => e.Exception.Value == "Cannot read properties of undefined (reading 'price')").ToArray();

        Assert.InRange(thrown.Length, 30, 600);
        Assert.All(thrown, e => Assert.Equal(("shop-web", BadRelease), (e.Meta.App.Name, Slice(e.Meta))));
        Assert.Single(thrown.Select(e => string.Join('|', e.Exception.Frames.Items.Select(f => $"{f.Function}:{f.Column}"))).Distinct());
    }

    [Fact]
    public void Apps_OfADay_HaveSeveralVersionsAndBothEnvironments()
    {
        var apps = day.Payloads.Select(p => p.Payload.Meta.App).GroupBy(a => a.Name).OrderBy(g => g.Key).ToArray();

        Assert.Equal(["account-portal", "docs-site", "shop-web"], apps.Select(a => a.Key));
        Assert.All(apps, app => Assert.Equal(["production", "staging"], app.Select(a => a.Environment).Distinct().Order()));
        Assert.Equal(["116", "117", "118", "119-rc.1"], apps[2].Select(a => a.Version).Distinct().Order());
        var staging = day.Payloads.Count(p => p.Payload.Meta.App.Environment == "staging") / (double)day.Payloads.Count;
        Assert.InRange(staging, 0.02, 0.07);
    }

    [Fact]
    public void Release118_OfADay_AppearsWhenItIsDeployed()
    {
        var first = day.Payloads.Where(p => p.Payload.Meta.App.Version == "118").Min(p => p.VisitMinute);

        Assert.InRange(first, VisitorDay.Anchor.AddHours(-18), VisitorDay.Anchor.AddHours(-17.5));
    }

    [Fact]
    public void Browsers_OfADay_AreTheSevenPairs() => Assert.Equal(
        [
            "Arc Mac OS 10.15.7", "Chrome Android 15", "Chrome Windows 10", "Edge Windows 10", "Firefox Linux unknown", "Mobile Safari iOS 18.6",
            "Safari Mac OS 10.15.7",
        ],
        day.Payloads.Select(p => $"{p.Payload.Meta.Browser.Name} {p.Payload.Meta.Browser.Os}").Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Hours_OfADay_FollowTheDailyRhythmAndAreNeverEmpty()
    {
        var hours = day.Events.Where(e => e.Event.Name == "session_start").Select(e => e.Event.Timestamp.Hour).CountBy(hour => hour).ToArray();
        var byHour = day.Payloads.CountBy(p => p.VisitMinute.Hour).Select(h => h.Value).ToArray();

        Assert.Equal(24, hours.Length);
        Assert.Equal(24, byHour.Length);
        Assert.InRange(byHour.Max() / (double)byHour.Min(), 2, 6);
    }

    [Fact]
    public void Sessions_OfADay_AreAnonymousSkewedAndLateInTheRightShares()
    {
        var sessions = day.Payloads.GroupBy(p => p.Payload.Meta.Session.Id).ToArray();
        var skewed = sessions.Where(IsSkewed).ToArray();
        var honest = sessions.Except(skewed).SelectMany(s => s).ToArray();

        Assert.InRange(sessions.Count(s => s.All(p => p.Payload.Meta.User.Id.Length == 0)) / (double)sessions.Length, 0.3, 0.6);
        Assert.InRange(sessions.Count(s => s.Select(p => p.Payload.Meta.User.Id).Distinct().Count() == 2) / (double)sessions.Length, 0.02, 0.2);
        Assert.InRange(skewed.Length / (double)sessions.Length, 0.04, 0.11);
        Assert.All(honest, p => Assert.True(Delay(p.Arrival, p.Payload) > TimeSpan.Zero));
        Assert.InRange(honest.Count(p => Delay(p.Arrival, p.Payload) > TimeSpan.FromSeconds(100)) / (double)honest.Length, 0.01, 0.02);
    }

    [Fact]
    public void Sessions_OfOneVisitor_AreChainedByPreviousSession()
    {
        var ids = day.Sessions.Select(s => s.Key).ToHashSet();
        var chained = day.Sessions.Where(s => s.First().Meta.Session.Attributes.ContainsKey("previousSession")).ToArray();

        Assert.InRange(chained.Length, 20, 600);
        Assert.All(chained, s => Assert.Contains(s.First().Meta.Session.Attributes["previousSession"], ids));
    }

    [Fact]
    public void Items_OfADay_AreOfEveryKindThatTheSdkSends()
    {
        var events = day.Events.Select(e => e.Event.Name).ToHashSet();
        var levels = day.Payloads.SelectMany(p => p.Payload.Logs.Items).Select(l => l.Level).ToHashSet();
        var vitals = day.Vitals.Select(v => v.Vital.Values.Keys.First()).ToHashSet();

        Assert.Superset(
            new HashSet<string>
            {
                "session_start", "session_resume", "session_extend", "view_changed", "faro.performance.navigation", "faro.performance.resource",
                "faro.user.action", "faro.tracing.fetch", "faro.tracing.xml-http-request", "faro.session_recording.started", "securitypolicyviolation",
            },
            events);
        Assert.Equal(["debug", "error", "info", "log", "trace", "warn"], levels.Order());
        Assert.Equal(["cls", "fcp", "inp", "lcp", "ttfb"], vitals.Order());
        Assert.Contains(day.Exceptions, e => e.Exception.Frames.Count == 0);
        Assert.DoesNotContain("faro.session_recording.event", events);
    }

    [Fact]
    public void SessionIds_OfADay_AreWhatFaroAllows() =>
        Assert.All(day.Sessions, s => Assert.Matches(new Regex("^[a-zA-Z0-9]{10}$", RegexOptions.None, TimeSpan.FromSeconds(1)), s.Key));

    [Fact]
    public void Users_OfADay_CarryNamesOfManyScripts()
    {
        var names = day.Payloads.Select(p => p.Payload.Meta.User.Username).ToHashSet();

        Assert.Superset(new HashSet<string> { "王小美", "佐藤 健", "김민서", "alice o'neil", "maria 🌻", "" }, names);
    }

    [Fact]
    public void Vitals_OfADay_AddUpAndAreRatedByTheThresholds()
    {
        foreach (var (_, vital) in day.Vitals)
        {
            var (name, value) = vital.Values.First();
            Assert.Equal(value, vital.Values["delta"]);
            if (name == "lcp") Assert.Equal(value, Sum(vital, "time_to_first_byte", "resource_load_delay", "resource_load_duration", "element_render_delay"), 1);
            if (name == "inp") Assert.Equal(value, Sum(vital, "input_delay", "processing_duration", "presentation_delay"), 1);
            var (good, poor) = name switch { "lcp" => (2500.0, 4000.0), "fcp" => (1800, 3000), "ttfb" => (800, 1800), "inp" => (200, 500), _ => (0.1, 0.25) };
            Assert.Equal(value <= good ? "good" : value <= poor ? "needs-improvement" : "poor", vital.Context["rating"]);
        }
    }

    [Fact]
    public void Requests_OfADay_HaveASpanEachWithTheIdsOfTheirEvent()
    {
        var traced = day.Events.Where(e => e.Event.Name.StartsWith("faro.tracing.", StringComparison.Ordinal)).ToArray();

        Assert.Equal(traced.Length, day.Payloads.Sum(p => p.Payload.SpanCount));
        Assert.Equal(traced.Length, traced.Select(e => e.Event.Trace.TraceId).Distinct().Count());
        var failed = traced.Count(e => e.Event.Attributes.ContainsKey("error.type")) / (double)traced.Length;
        Assert.InRange(failed, 0.008, 0.05);
    }

    private static double Sum(Measurement vital, params string[] parts) => parts.Sum(part => vital.Values[part]);

    private (string Slice, double P75)[] P75BySlice(string name) =>
    [
        .. day.Vitals.Where(v => v.Meta.App is { Name: "shop-web", Environment: "production" } && v.Vital.Values.ContainsKey(name))
            .GroupBy(v => Slice(v.Meta), v => v.Vital.Values[name])
            .Where(slice => slice.Count() >= 30)
            .Select(slice => (slice.Key, P75: slice.Order().ElementAt((int)(slice.Count() * 0.75))))
            .OrderByDescending(slice => slice.P75),
    ];

    private static string Slice(Meta meta) => $"{meta.App.Version} {meta.Browser.Name} {meta.Browser.Os}";

    // Most of a session's batches arrive within a second by an honest clock.
    private static bool IsSkewed(IEnumerable<(DateTimeOffset, DateTimeOffset Arrival, FaroPayload Payload)> session) =>
        session.Select(p => Delay(p.Arrival, p.Payload).Duration()).Order().ElementAt(session.Count() / 2) > TimeSpan.FromSeconds(55);

    // From the newest item of a batch to its arrival, by the two clocks.
    private static TimeSpan Delay(DateTimeOffset arrival, FaroPayload payload)
    {
        var times = payload.Logs.Items.Select(i => i.Timestamp).Concat(payload.Events.Items.Select(i => i.Timestamp))
            .Concat(payload.Measurements.Items.Select(i => i.Timestamp)).Concat(payload.Exceptions.Items.Select(i => i.Timestamp));
        return arrival - times.Max(time => DateTimeOffset.Parse(time.ToString().Replace(" UTC", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
    }
}
