using RumPortal.Domain.Sessions;
using RumPortal.Portal.Features.Sessions;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Portal.Readers;

/// <summary>Lists that are read page by page name each session once, at the newest line that makes it known.</summary>
public sealed class SessionPagingTests(PortalReaders readers) : IClassFixture<PortalReaders>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task Pages_OfSessionsWithSeveralPageLoads_HoldEachOnceNewestFirst(int pageSize)
    {
        var app = Visited();
        await readers.PushAsync(app);

        var rows = await readers.ReadAllAsync(app, SessionQuestions.About(app), pageSize);

        AssertOnceNewestFirst(app, line => line.Text.Contains("session_start", StringComparison.Ordinal) || line.Text.Contains("session_resume", StringComparison.Ordinal), rows);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Pages_OfAFilterOnAnyLine_HoldEachOnceNewestFirst(int pageSize)
    {
        var app = Visited();
        await readers.PushAsync(app);

        var rows = await readers.ReadAllAsync(app, SessionQuestions.About(app, "level:warn"), pageSize);

        AssertOnceNewestFirst(app, line => line.Text.Contains("warn", StringComparison.Ordinal), rows);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(50)]
    public async Task Pages_OfSessionsThatBeganInOneInstant_HoldEachOnce(int pageSize)
    {
        var app = new VisitedApp();
        for (var i = 0; i < 60; i++) app.Start(100, $"s{i:00}");
        await readers.PushAsync(app);

        var rows = await readers.ReadAllAsync(app, SessionQuestions.About(app), pageSize);

        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"s{i:00}"), rows.Select(row => row.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Page_OfASessionThatReloadsForever_IsCutShortAndLeadsOn()
    {
        var app = new VisitedApp().Start(10, "older");
        for (var i = 0; i < 4_500; i++) app.Resume(100 + i, "restless");
        await readers.PushAsync(app);
        var (reader, viewer, question) = (readers.Get<SessionListReader>(), Viewers.Of(app.Name), SessionQuestions.About(app));

        var first = await reader.ReadAsync(viewer, question, null, 10, TestContext.Current.CancellationToken);
        var second = await reader.ReadAsync(viewer, question, first.Value.Next, 10, TestContext.Current.CancellationToken);

        Assert.Equal(["restless"], first.Value.Sessions.Select(row => row.Id));
        Assert.Equal("8 pages of lines held only 1 sessions of this kind; older ones were not looked for yet.", first.CutShort);
        Assert.Equal(["older"], second.Value.Sessions.Select(row => row.Id));
        Assert.Equal((null, null), (second.Value.Next, second.CutShort));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(SessionListReader.MostSessions + 1)]
    public async Task Page_OfAnImpossibleSize_IsRefused(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => readers.Get<SessionListReader>().ReadAsync(Viewers.Admin, SessionQuestions.About("x"), null, limit, TestContext.Current.CancellationToken));

    // 23 sessions of up to four page loads at full minutes, so that many lines share their nanosecond; every third session writes JSON.
    private static VisitedApp Visited()
    {
        var (app, random) = (new VisitedApp(), new Random(118));
        for (var i = 0; i < 23; i++)
        {
            app.IsJson = i % 3 == 0;
            var start = random.Next(0, 60);
            app.Start(start * 60, $"s{i:00}");
            for (var load = 0; load < i % 4; load++) app.Resume((start + random.Next(0, 60)) * 60, $"s{i:00}");
            for (var line = 0; line < 12; line++) app.Log((start + random.Next(0, 60)) * 60, $"s{i:00}", i % 2 == 0 ? $"context_n={line}" : "level=warn", $"context_i={line}");
        }
        return app;
    }

    private static void AssertOnceNewestFirst(VisitedApp app, Func<Testing.Loki.PushedLine, bool> makesKnown, List<SessionRow> rows)
    {
        var newest = app.Lines.Where(makesKnown).GroupBy(line => Enumerable.Range(0, 23).Select(i => $"s{i:00}").Single(id => line.Text.Contains(id, StringComparison.Ordinal)))
            .ToDictionary(session => session.Key, session => session.Max(line => line.Time));
        Assert.Equal(newest.Keys.Order(StringComparer.Ordinal), rows.Select(row => row.Id).Order(StringComparer.Ordinal));
        Assert.Equal(rows.Select(row => newest[row.Id]), rows.Select(row => row.Seen));
        Assert.Equal(rows.Select(row => row.Seen).OrderDescending(), rows.Select(row => row.Seen));
    }
}
