using RumPortal.Domain.Faro;
using RumPortal.Domain.Sessions;
using RumPortal.Domain.Vitals;

namespace RumPortal.UnitTests.Sessions;

public sealed class SessionTimelineBuilderTests
{
    [Fact]
    public void Build_LinesInOrderOfArrival_OrdersByBrowserTime()
    {
        // One batch is written logs first, then exceptions, measurements and events, whatever happened first.
        var timeline = Build(
            (FaroLines.Line(3, "kind=log message=later level=warn"), 4.0),
            (FaroLines.Line(2.5, "kind=exception type=TypeError value=boom stacktrace=\"TypeError: boom\\n  at pay (https://s.test/a.js:2:7)\" hash=1"), 4.1),
            (FaroLines.Line(1, "kind=measurement type=web-vitals ttfb=120.000000 context_rating=good value_ttfb=120"), 4.2),
            (FaroLines.Line(0, "kind=event event_name=session_start event_domain=browser"), 4.3));

        Assert.Equal(["event", "vital", "error", "log"], timeline.Events.Select(e => FaroCategories.Word(e.Type)));
        Assert.Equal(TimeSpan.FromSeconds(3), timeline.Summary.Duration);
    }

    [Fact]
    public void Build_NavigationTiming_GivesThePageViewAtItsStartAndTheLoadAtItsEnd()
    {
        var timeline = Build((FaroLines.Line(5, "kind=event event_name=faro.performance.navigation event_data_duration=2740 event_data_name=https://shop.test/cart?x=1 event_data_ttfb=474"), 9));

        Assert.Collection(timeline.Events,
            view => Assert.Equal((FaroCategory.PageView, FaroLines.Start.AddSeconds(5)), (view.Type, view.Time)),
            load => Assert.Equal((FaroCategory.Navigation, FaroLines.Start.AddSeconds(7.74)), (load.Type, load.Time)));
        Assert.Equal(1, timeline.Summary.CountOf(FaroCategory.PageView));
    }

    [Fact]
    public void Build_RequestStampedWithItsEnd_StandsWhereItBegan()
    {
        var timeline = Build(
            (FaroLines.Line(2, "kind=event event_name=faro.tracing.fetch event_data_duration_ns=1500000000 event_data_http.request.method=GET event_data_url.full=https://api.test/x event_data_http.response.status_code=200"), 3),
            (FaroLines.Line(1, "kind=log message=between level=info"), 3.1));

        Assert.Equal(FaroCategory.Request, timeline.Events[0].Type);
        Assert.Equal(FaroLines.Start.AddSeconds(0.5), timeline.Events[0].Time);
    }

    [Fact]
    public void Build_BrowserClockAhead_CorrectsTimesAndKeepsTheRawOnes()
    {
        var timeline = Build(
            (FaroLines.Line(60, "kind=log message=a level=info"), 1),
            (FaroLines.Line(61, "kind=log message=b level=info"), 2.5));

        Assert.Equal(TimeSpan.FromSeconds(-59), timeline.Skew.Correction);
        Assert.Equal(FaroLines.Start.AddSeconds(1), timeline.Events[0].Time);
        Assert.Equal(FaroLines.Start.AddSeconds(60), timeline.Events[0].RawTime);
    }

    [Fact]
    public void Build_LineWithoutTime_StandsAtItsArrival()
    {
        var record = "timestamp=\"0001-01-01 00:00:00 +0000 UTC\" kind=log message=x level=info session_id=" + FaroLines.Session;

        var happened = Assert.Single(Build((record, 7)).Events);

        Assert.Equal(FaroLines.Start.AddSeconds(7), happened.Time);
        Assert.Null(happened.RawTime);
    }

    [Fact]
    public void Add_SameLineAgain_IsCountedNotShown()
    {
        var line = FaroLines.Line(1, "kind=log message=retried level=info");

        var timeline = Build((line, 2), (line, 9));

        Assert.Single(timeline.Events);
        Assert.Equal(1, timeline.RepeatedLines);
    }

    [Fact]
    public void Add_LineOfAnotherSession_IsRefused()
    {
        var builder = new SessionTimelineBuilder(FaroLines.Session);

        Assert.False(builder.Add(FaroLines.Parse(FaroLines.Line(1, "kind=log message=\"session_id=k3VbN8qLwZ\" level=info", "session_id=other"))));
        Assert.Empty(builder.Build().Events);
    }

    [Fact]
    public void Build_VisitorWhoSignsInLater_IsNamedByTheNewestLineThatNamesOne()
    {
        const string anonymous = "session_id=" + FaroLines.Session;
        var timeline = Build(
            (FaroLines.Line(0, "kind=event event_name=session_start", anonymous), 1),
            (FaroLines.Line(1, "kind=log message=hi level=info", anonymous + " user_id=u-7 user_username=\"王小美\""), 2),
            (FaroLines.Line(2, "kind=log message=bye level=info", anonymous), 3));

        Assert.Equal(new Visitor("u-7", "王小美", null), timeline.Summary.Visitor);
    }

    [Fact]
    public void Build_VitalReportedTwiceForOnePage_CountsTheLastAndRatesByTheOfficialLimits()
    {
        var timeline = Build(
            (FaroLines.Line(1, "kind=measurement type=web-vitals lcp=1200.000000 context_id=v6-1 context_rating=good value_lcp=1200"), 2),
            (FaroLines.Line(2, "kind=measurement type=web-vitals lcp=4860.000000 context_id=v6-1 context_rating=good value_lcp=4860"), 3),
            (FaroLines.Line(3, "kind=measurement type=web-vitals cls=0.050000 context_id=v6-2 value_cls=0.05"), 4));

        Assert.Equal([("lcp", 4860.0, VitalRating.Poor), ("cls", 0.05, VitalRating.Good)], timeline.Summary.Vitals.Select(v => (v.Name, v.Value, v.Rating)));
    }

    [Fact]
    public void Build_SilenceOfAMinute_IsNotActiveTime()
    {
        var timeline = Build(
            (FaroLines.Line(0, "kind=log message=a level=info"), 1),
            (FaroLines.Line(10, "kind=log message=b level=info"), 11),
            (FaroLines.Line(110, "kind=log message=c level=info"), 111));

        Assert.Equal(TimeSpan.FromSeconds(10), timeline.Summary.Active);
        Assert.Equal(TimeSpan.FromSeconds(110), timeline.Summary.Duration);
    }

    [Theory]
    [InlineData("kind=event session_id=k3VbN8qLwZ event_name=\"unterminated")]
    [InlineData("session_id=k3VbN8qLwZ =v a==b \"")]
    [InlineData("{\"session_id\":\"k3VbN8qLwZ\",\"kind\":\"nonsense\"}")]
    [InlineData("timestamp=\"9999-12-31 23:59:59.9999999 +0000 UTC\" kind=event event_name=faro.performance.navigation event_data_duration=3000000 session_id=k3VbN8qLwZ")]
    [InlineData("timestamp=\"0001-01-01 00:00:00.1 +0000 UTC\" kind=event event_name=faro.tracing.fetch event_data_duration_ns=9e14 session_id=k3VbN8qLwZ")]
    [InlineData("kind=measurement type=web-vitals lcp=NaN session_id=k3VbN8qLwZ")]
    public void Build_HostileLine_IsShownAndNeverThrows(string line)
    {
        var timeline = Build((line, 1));

        Assert.NotEmpty(timeline.Events);
        Assert.All(timeline.Events, happened => Assert.NotEmpty(SessionEventText.Of(happened).Title));
    }

    [Fact]
    public void Build_NoLines_IsEmpty() => Assert.Empty(new SessionTimelineBuilder("x").Build().Events);

    private static SessionTimeline Build(params (string Line, double Arrival)[] lines)
    {
        var builder = new SessionTimelineBuilder(FaroLines.Session);
        foreach (FaroRecord record in FaroLines.Parse(lines)) Assert.True(builder.Add(record));
        return builder.Build();
    }
}
