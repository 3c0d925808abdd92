using System.Reflection;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.UnitTests.Clients.LogQl;

public sealed class FaroQueriesTests
{
    private const string Category =
        """label_format category="{{if eq .kind \"exception\"}}error{{else if eq .kind \"log\"}}log{{else if eq .kind \"measurement\"}}{{if eq .type \"web-vitals\"}}"""
        + """{{if eq .context_rating \"poor\"}}{{if .lcp}}poor-lcp{{else if .inp}}poor-inp{{else if .cls}}poor-cls{{else if .fcp}}poor-fcp{{else if .ttfb}}poor-ttfb{{else if .fid}}poor-fid{{else}}vital{{end}}{{else}}vital{{end}}"""
        + """{{else}}event{{end}}{{else if .event_name}}{{if eq .event_name \"faro.navigation\"}}page-view{{else if eq .event_name \"faro.performance.navigation\"}}navigation"""
        + """{{else if eq .event_name \"faro.performance.resource\"}}request{{else if eq .event_name \"faro.user.action\"}}action{{else if eq .event_name \"route_change\"}}page-view{{else if eq .event_name \"view_changed\"}}page-view"""
        + """{{else if hasPrefix \"faro.tracing.\" .event_name}}request{{else if hasPrefix \"faro.session_recording.\" .event_name}}recording{{else}}event{{end}}"""
        + """{{else if .stacktrace}}error{{else}}log{{end}}" """;

    private static readonly FaroScope Shop = new(StreamLabelNames.Default, ["shop-web"]);

    public static TheoryData<string, string> Texts => new()
    {
        {
            FaroQueries.SessionStarts(Shop, LineParser.Logfmt, []).ToString(),
            """{app_name="shop-web", kind="event"} |~ "event_name=session_start|event_name=session_resume|event_name=session_extend" """
        },
        {
            FaroQueries.SessionStarts(new FaroScope(new StreamLabelNames("app", "env", null, null), ["a", "b"], ["prod"]), LineParser.Json, []).ToString(),
            """{app=~"a|b", env="prod"} |~ "\"event_name\":\"session_start\"|\"event_name\":\"session_resume\"|\"event_name\":\"session_extend\"" """
        },
        {
            FaroQueries.LinesOfOtherSessions(Shop, LineParser.Logfmt, [], ["k3VbN8qLwZ", "a9TtXw2MfE"]).ToString(),
            """{app_name="shop-web"} != "faro.session_recording.event" !~ "session_id=k3VbN8qLwZ|session_id=a9TtXw2MfE" """
        },
        { FaroQueries.LinesOfOtherSessions(Shop, LineParser.Logfmt, [], []).ToString(), """{app_name="shop-web"} != "faro.session_recording.event" """ },
        {
            FaroQueries.SessionLines(Shop, LineParser.Logfmt, "k3VbN8qLwZ").ToString(),
            """{app_name="shop-web"} |= "session_id=k3VbN8qLwZ" != "faro.session_recording.event" """
        },
        {
            FaroQueries.SessionLines(Shop, LineParser.Mixed, "k3VbN8qLwZ").ToString(),
            """{app_name="shop-web"} |~ "session_id=k3VbN8qLwZ|\"session_id\":\"k3VbN8qLwZ\"" != "faro.session_recording.event" """
        },
        {
            FaroQueries.NextSessionLines(Shop, LineParser.Logfmt, "k3VbN8qLwZ").ToString(),
            """{app_name="shop-web"} |= "session_attr_previousSession=k3VbN8qLwZ" != "faro.session_recording.event" """
        },
        {
            FaroQueries.SessionCounters(Shop, LineParser.Logfmt, ["k3VbN8qLwZ", "a9TtXw2MfE"], TimeSpan.FromHours(1)).ToString(),
            """sum by (session_id, category) (count_over_time({app_name="shop-web"} |~ "session_id=k3VbN8qLwZ|session_id=a9TtXw2MfE" != "faro.session_recording.event" """
            + """| logfmt | session_id=~"k3VbN8qLwZ|a9TtXw2MfE" | """ + Category + "[1h]))"
        },
        {
            FaroQueries.SessionCounters(Shop, LineParser.Mixed, ["k3VbN8qLwZ"], TimeSpan.FromMinutes(30)).ToString(),
            """sum by (session_id, category) (count_over_time({app_name="shop-web"} |~ "session_id=k3VbN8qLwZ|\"session_id\":\"k3VbN8qLwZ\"" != "faro.session_recording.event" """
            + """| logfmt | json | drop __error__, __error_details__ | session_id="k3VbN8qLwZ" | """ + Category + "[30m]))"
        },
        { FaroQueries.LatestLines(Shop).ToString(), """{app_name="shop-web"}""" },
        { FaroQueries.TraceLines(Shop, "666cbeb5609b8b578c5cca6e9e87f785").ToString(), """{app_name="shop-web"} |= "666cbeb5609b8b578c5cca6e9e87f785" != "faro.session_recording.event" """ },
        { FaroQueries.LinesWithSession(Shop).ToString(), """{app_name="shop-web"} |= "session_id" """ },
        {
            FaroQueries.PageLoads(Shop, [], TimeSpan.FromHours(1)).ToString(),
            """sum by (app_name, app_environment) (count_over_time({app_name="shop-web", kind="event"} |~ "event_name=session_start|event_name=session_resume"""
            + """|\"event_name\":\"session_start\"|\"event_name\":\"session_resume\"" [1h]))"""
        },
        {
            FaroQueries.Errors(Shop, [], TimeSpan.FromHours(1)).ToString(),
            """sum by (app_name, app_environment) (count_over_time({app_name="shop-web", kind="exception"} [1h]))"""
        },
        {
            FaroQueries.Errors(new FaroScope(new StreamLabelNames("app", "env", null, null)), [], TimeSpan.FromHours(1)).ToString(),
            """sum by (app, env) (count_over_time({app=~".+"} |~ "kind=exception|\"kind\":\"exception\"" [1h]))"""
        },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_OfAReadyMadeQuery_IsThis(string text, string expected) => Assert.Equal(expected.TrimEnd(), text);

    [Fact]
    public void Registry_OfQueries_HoldsEveryReadyMadeOne()
    {
        var names = new[] { typeof(FaroQueries), typeof(VitalQueries) }
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)).Select(method => method.Name).Order();

        Assert.Equal(names, QueryRegistry.All().Select(query => query.Name).Distinct().Order());
    }

    [Fact]
    public void Scope_WithoutApps_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new FaroScope(StreamLabelNames.Default, []));
        Assert.Throws<ArgumentException>(() => new FaroScope(StreamLabelNames.Default, [""]));
    }

    [Fact]
    public void SessionCounters_OfTooManySessions_AreRefused()
    {
        var sessions = Enumerable.Range(0, FaroQueries.MostSessionsCounted + 1).Select(i => $"s{i}").ToArray();

        Assert.Throws<ArgumentException>(() => FaroQueries.SessionCounters(Shop, LineParser.Logfmt, sessions, TimeSpan.FromHours(1)));
        Assert.Throws<ArgumentException>(() => FaroQueries.SessionCounters(Shop, LineParser.Logfmt, [], TimeSpan.FromHours(1)));
    }

    [Theory]
    [InlineData("error", FaroCategory.Error, null)]
    [InlineData("page-view", FaroCategory.PageView, null)]
    [InlineData("poor-lcp", FaroCategory.Vital, "lcp")]
    [InlineData("something else", FaroCategory.Event, null)]
    public void CounterCategory_OfALabel_IsTakenApart(string label, FaroCategory category, string? poorVital) =>
        Assert.Equal((category, poorVital), CounterCategory.Parse(label));
}
