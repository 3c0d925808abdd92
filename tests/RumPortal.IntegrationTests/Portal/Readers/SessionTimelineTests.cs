using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Features.Sessions;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Portal.Readers;

/// <summary>One session, read to its end.</summary>
public sealed class SessionTimelineTests(PortalReaders readers) : IClassFixture<PortalReaders>
{
    private const int LineCount = 3_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(-7_200)]
    [InlineData(400)]
    public async Task Timeline_OfThousandsOfLines_IsInOrderWhateverTheBrowsersClockSays(int skewSeconds)
    {
        var app = Chatty(TimeSpan.FromSeconds(skewSeconds));
        await readers.PushAsync(app);

        var answers = await ReadAsync(app, "s1");

        var timeline = answers[^1].Value;
        Assert.Equal(Enumerable.Range(0, LineCount), timeline.Events.Select(happened => int.Parse(happened.Record.Text("context_n")!, null)));
        Assert.Equal(timeline.Events.Select(happened => happened.Time).Order(), timeline.Events.Select(happened => happened.Time));
        Assert.Equal(skewSeconds != 0, timeline.Skew.IsCorrected);
        Assert.InRange((timeline.Summary.Start - PortalReaders.Start.AddSeconds(10)).Duration(), TimeSpan.Zero, ClockSkew.OrdinaryDelay);
        Assert.Equal((0, 0), (timeline.RepeatedLines, timeline.DamagedLines));
    }

    [Fact]
    public async Task Timeline_OfManyPages_IsShownAfterTheFirstAndAtTheEnd()
    {
        var app = Chatty(TimeSpan.Zero);
        await readers.PushAsync(app);

        var answers = await ReadAsync(app, "s1");

        Assert.Equal([500, LineCount], answers.Select(answer => answer.Value.Events.Length));
        Assert.Equal((1, true), (answers[0].Queries.Length, answers[1].Queries.Length > 1));
        Assert.Null(answers[1].CutShort);
    }

    [Fact]
    public async Task Timeline_OfAFewLines_IsReadAtOnce()
    {
        var app = new VisitedApp().Start(10, "s1", "app_version=118").Log(20, "other").Add(30, "other", "log", "message=about session_id=s1 of another");
        app.IsJson = true;
        app.Log(40, "s1", "user_id=u-1", "user_username=Ada", "app_version=119");
        await readers.PushAsync(app);

        var timeline = Assert.Single(await ReadAsync(app, "s1")).Value;

        Assert.Equal([FaroLineFormat.Logfmt, FaroLineFormat.Json], timeline.Events.Select(happened => happened.Record.Format));
        Assert.Equal((new Visitor("u-1", "Ada", null), "118 119"), (timeline.Summary.Visitor, string.Join(' ', timeline.Summary.Versions)));
    }

    [Fact]
    public async Task Timeline_OfASessionAcrossTheRangesEnds_IsWhole()
    {
        var app = new VisitedApp().Start(-3 * 3600, "s1").Log(60, "s1").Log(6 * 3600, "s1").Log(-5 * 3600, "s1").Log(8 * 3600, "s1");
        await readers.PushAsync(app);

        var timeline = Assert.Single(await ReadAsync(app, "s1")).Value;

        Assert.Equal([-3, 0, 6], timeline.Events.Select(happened => (int)Math.Round((happened.Record.ArrivalTime - PortalReaders.Start).TotalHours)));
    }

    [Fact]
    public async Task Timeline_OfABatchSentAgain_CountsRepeatedLinesOnce()
    {
        var app = new VisitedApp { Delay = TimeSpan.FromSeconds(1) }.Start(10, "s1");
        app.Delay = TimeSpan.FromSeconds(3);
        app.Start(12, "s1");
        await readers.PushAsync(app);

        var timeline = Assert.Single(await ReadAsync(app, "s1")).Value;

        Assert.Equal((1, 1), (timeline.Events.Length, timeline.RepeatedLines));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("\"} or {app_name=~\".+\"}")]
    [InlineData("購物車 🚀")]
    public async Task Timeline_OfAnUnknownSession_IsEmpty(string id)
    {
        var app = new VisitedApp().Start(10, "s1");
        await readers.PushAsync(app);

        var timeline = Assert.Single(await ReadAsync(app, id)).Value;

        Assert.Equal((id, 0), (timeline.Summary.Id, timeline.Events.Length));
    }

    [Fact]
    public async Task Timeline_OfAnEndlessId_IsEmptyWithoutAsking()
    {
        var answer = Assert.Single(await ReadAsync(new VisitedApp(), new string('x', SessionTimelineReader.LongestId + 1)));

        Assert.Empty(answer.Value.Events);
        Assert.Empty(answer.Queries);
    }

    [Fact]
    public async Task Timeline_WithALineOfAMegabyte_HoldsItWhole()
    {
        await using var roomy = await PortalReaders.StartAsync(new() { MaxLineSize = 4 << 20 });
        var message = string.Concat(Enumerable.Repeat("購 <b> \" \\ ", 100_000));
        var app = new VisitedApp().Start(10, "s1").Add(20, "s1", "log", $"message={message}").Log(30, "s1");
        await roomy.PushAsync(app);

        var timeline = (await roomy.Get<SessionTimelineReader>().ReadAsync(Viewers.Admin, app.Name, "s1", PortalReaders.Range, Cancellation).LastAsync(Cancellation)).Value;

        Assert.True(app.Lines[1].Text.Length > 1 << 20);
        Assert.Equal(["hello", message], timeline.Events.Select(happened => happened.Record.Text(FaroFields.Message)).OfType<string>().OrderBy(text => text.Length));
        Assert.InRange(SessionEventText.Of(timeline.Events[1]).Detail.Length, 1, 500);
    }

    [Fact]
    public async Task Chain_OfSessions_LeadsBackAndOn()
    {
        var app = new VisitedApp().Start(10, "first").Add(20, "second", "event", "event_name=session_extend", "session_attr_previousSession=first").Log(30, "second", "session_attr_previousSession=first");
        app.IsJson = true;
        app.Add(40, "third", "event", "event_name=session_extend", "session_attr_previousSession=second").Add(50, "fourth", "event", "event_name=session_extend", "session_attr_previousSession=second");
        app.IsJson = false;
        app.Log(60, "liar", "context_session_attr_previousSession=second").Log(70, "", "session_attr_previousSession=second");
        await readers.PushAsync(app);

        Assert.Equal(["second"], await NextAsync(app, "first"));
        Assert.Equal(["third", "fourth"], await NextAsync(app, "second"));
        Assert.Empty(await NextAsync(app, "third"));
        Assert.Equal((null, "first", "second"), (await PreviousAsync(app, "first"), await PreviousAsync(app, "second"), await PreviousAsync(app, "third")));
    }

    private async Task<List<Answer<SessionTimeline>>> ReadAsync(VisitedApp app, string id) =>
        await readers.Get<SessionTimelineReader>().ReadAsync(Viewers.Of(app.Name), app.Name, id, PortalReaders.Range, Cancellation).ToListAsync(Cancellation);

    private async Task<string?> PreviousAsync(VisitedApp app, string id) => (await ReadAsync(app, id))[^1].Value.Summary.PreviousSession;

    private async Task<IEnumerable<string>> NextAsync(VisitedApp app, string id) =>
        (await readers.Get<SessionTimelineReader>().ReadNextAsync(Viewers.Of(app.Name), app.Name, id, PortalReaders.Range, Cancellation)).Value;

    // A line every 20 ms, stored 0.3 to 2.3 s later and therefore out of order; pushed in the order of storing.
    private static VisitedApp Chatty(TimeSpan skew)
    {
        var (app, random) = (new VisitedApp(), new Random(42));
        var lines = Enumerable.Range(0, LineCount).Select(n => (Number: n, Delay: 0.3 + (random.NextDouble() * 2)));
        foreach (var (number, delay) in lines.OrderBy(line => (line.Number * 0.02) + line.Delay))
        {
            app.Delay = TimeSpan.FromSeconds(delay) - skew;
            app.IsJson = number % 5 == 0;
            app.Log(10 + (number * 0.02) + delay, "s1", $"context_n={number}");
        }
        return app;
    }
}
