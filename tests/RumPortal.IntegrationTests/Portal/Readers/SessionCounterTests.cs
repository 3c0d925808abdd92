using System.Collections.Immutable;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Sessions;
using RumPortal.Domain.Vitals;
using RumPortal.Portal.Features.Sessions;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Portal.Readers;

/// <summary>What is counted in Loki is what one finds who reads the lines.</summary>
public sealed class SessionCounterTests(PortalReaders readers) : IClassFixture<PortalReaders>
{
    private static readonly string[] Events =
    [
        "event_name=view_changed", "event_name=route_change", "event_name=faro.navigation", "event_name=faro.user.action", "event_name=faro.performance.resource", "event_name=faro.tracing.fetch",
        "event_name=faro.tracing.xml-http-request", "event_name=faro.session_recording.paused", "event_name=faro.session_recording.event", "event_name=order.placed", "event_name=session_resume",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counters_OfSessions_AgreeWithTheirTimelines()
    {
        var app = Visited();
        await readers.PushAsync(app);
        var rows = await readers.ReadAllAsync(app, SessionQuestions.About(app), 20);

        var counted = await CountAsync(app, rows);

        Assert.Equal(12, counted.Value.Length);
        foreach (var row in counted.Value)
        {
            var timeline = (await readers.Get<SessionTimelineReader>().ReadAsync(Viewers.Of(app.Name), app.Name, row.Id, PortalReaders.Range, Cancellation).LastAsync(Cancellation)).Value;
            AssertAgree(timeline, row.Counters!);
        }
    }

    [Fact]
    public async Task Counters_OfAPage_TakeOneQuery()
    {
        var app = Visited();
        await readers.PushAsync(app);

        var counted = await CountAsync(app, await readers.ReadAllAsync(app, SessionQuestions.About(app), 20));

        Assert.Equal("LogQL", Assert.Single(counted.Queries).Language);
    }

    [Fact]
    public async Task Counters_OfSeveralApps_AreOfEachApp()
    {
        var (one, other) = (new VisitedApp().Start(10, "one").Log(20, "one"), new VisitedApp().Start(10, "other").Log(20, "other").Log(30, "other"));
        await readers.PushAsync(one, other);
        var viewer = Viewers.Of(one.Name, other.Name);

        var counted = await readers.Get<SessionCounterReader>().ReadAsync(viewer, await readers.ReadAllAsync(viewer, SessionQuestions.About((string?)null), 10), Cancellation);

        Assert.Equal([("one", 1), ("other", 2)], counted.Value.OrderBy(row => row.Id, StringComparer.Ordinal).Select(row => (row.Id, row.Counters!.CountOf(FaroCategory.Log))));
    }

    [Fact]
    public async Task Row_OfWhichNothingIsFound_KeepsNoCounters()
    {
        var app = new VisitedApp().Start(10, "there");
        await readers.PushAsync(app);
        var there = Assert.Single(await readers.ReadAllAsync(app, SessionQuestions.About(app), 10));

        var counted = await CountAsync(app, [there, there with { Id = "gone" }]);

        Assert.Equal([("there", true), ("gone", false)], counted.Value.Select(row => (row.Id, row.Counters is not null)));
    }

    [Fact]
    public async Task Counters_OfAnIdThatIsPartOfAnother_AreItsOwn()
    {
        var app = new VisitedApp().Start(10, "ab").Log(20, "ab").Start(10, "abc").Add(20, "abc", "log", "message=session_id=ab", "session_attr_previousSession=ab");
        await readers.PushAsync(app);

        var counted = await CountAsync(app, await readers.ReadAllAsync(app, SessionQuestions.About(app), 10));

        Assert.Equal([("ab", 2), ("abc", 2)], counted.Value.OrderBy(row => row.Id, StringComparer.Ordinal).Select(row => (row.Id, row.Counters!.Counts.Values.Sum())));
    }

    [Fact]
    public async Task Counters_OfNoOrTooManySessions_AreNotAskedFor()
    {
        var row = new SessionRow("s", "app", null, null, Visitor.Anonymous, null, null, null, PortalReaders.Start, true, null);

        Assert.Empty((await readers.Get<SessionCounterReader>().ReadAsync(Viewers.Admin, [], Cancellation)).Queries);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            readers.Get<SessionCounterReader>().ReadAsync(Viewers.Admin, [.. Enumerable.Repeat(row, SessionCounterReader.MostSessions + 1)], Cancellation));
    }

    private Task<Answer<ImmutableArray<SessionRow>>> CountAsync(VisitedApp app, IReadOnlyList<SessionRow> rows) =>
        readers.Get<SessionCounterReader>().ReadAsync(Viewers.Of(app.Name), rows, Cancellation);

    // A timeline shows a document's load as two events, and the life of a recording as an event.
    private static void AssertAgree(SessionTimeline timeline, SessionCounters counters)
    {
        var seen = timeline.Summary;
        foreach (var category in new[] { FaroCategory.Action, FaroCategory.Log, FaroCategory.Error, FaroCategory.Vital, FaroCategory.Request })
            Assert.True(seen.CountOf(category) == counters.CountOf(category), $"{seen.Id} {category}: {seen.CountOf(category)} events, {counters.CountOf(category)} counted");
        Assert.Equal(seen.CountOf(FaroCategory.PageView), counters.Pages);
        Assert.Equal(seen.CountOf(FaroCategory.Event), counters.CountOf(FaroCategory.Event) + counters.CountOf(FaroCategory.Recording));
        var poor = timeline.Events.Where(happened => happened.Record.Text(FaroFields.ContextRating) == "poor").Select(happened => FaroWebVital.Of(happened.Record)?.Name).ToHashSet();
        Assert.Equal(VitalNames.All.Where(poor.Contains), counters.PoorVitals);
        var arrivals = timeline.Events.Select(happened => happened.Record.ArrivalTime).ToList();
        Assert.InRange(counters.Duration, arrivals.Max() - arrivals.Min(), arrivals.Max() - arrivals.Min() + (2 * counters.Window));
    }

    // Twelve sessions of random lines of every kind; every third writes JSON.
    private static VisitedApp Visited()
    {
        var (app, random) = (new VisitedApp(), new Random(25));
        for (var i = 0; i < 12; i++)
        {
            app.IsJson = i % 3 == 0;
            var (id, start) = ($"s{i:00}", random.Next(0, 3_000));
            app.Start(start, id);
            for (var line = 0; line < 60; line++)
            {
                var second = start + (random.NextDouble() * 1_500);
                _ = random.Next(6) switch
                {
                    0 => app.Log(second, id, $"context_n={line}"),
                    1 => app.Add(second, id, "exception", "type=TypeError", $"value=x{line}", "stacktrace=TypeError: x\n  at f (a.js:2:7)"),
                    2 => app.Add(second, id, "measurement", "type=web-vitals", $"{VitalNames.All[random.Next(5)]}={line}.000000", $"context_rating={(random.Next(4) == 0 ? "poor" : "good")}", $"context_id=v{line}"),
                    3 => app.Add(second, id, "measurement", "type=cart", $"items={line}.000000", $"value_items={line}"),
                    _ => app.Add(second, id, "event", Events[random.Next(Events.Length)], $"event_data_n={line}"),
                };
            }
        }
        return app;
    }
}
