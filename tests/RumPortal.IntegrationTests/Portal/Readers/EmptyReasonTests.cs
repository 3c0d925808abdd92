using RumPortal.Domain.Querying;
using RumPortal.Portal.Features.Sessions;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Portal.Readers;

/// <summary>Why a list of sessions is empty.</summary>
public sealed class EmptyReasonTests(PortalReaders readers) : IClassFixture<PortalReaders>
{
    [Fact]
    public async Task Reason_WhereFiltersRemoveAll_IsThat()
    {
        var app = new VisitedApp().Start(10, "s1");
        await readers.PushAsync(app);

        Assert.Equal((new EmptyReason.FilterRemovesAll(), 2), await ReadAsync(app, "app_version:118"));
    }

    [Fact]
    public async Task Reason_OfLinesWithoutSessions_IsThat()
    {
        var app = new VisitedApp().Log(10, "").Add(20, "", "event", "event_name=session_start");
        await readers.PushAsync(app);

        Assert.Equal((new EmptyReason.NoSessionIds(), 2), await ReadAsync(app));
    }

    [Fact]
    public async Task Reason_OfASilentRange_NamesTheLastLineBefore()
    {
        var app = new VisitedApp().Start(-3_600, "s1").Log(-1_800, "s1").Start(4 * 3600, "later");
        await readers.PushAsync(app);

        Assert.Equal((new EmptyReason.NothingInRange(PortalReaders.Start.AddSeconds(-1_800)), 2), await ReadAsync(app));
    }

    [Theory]
    [InlineData(-29, true)]
    [InlineData(-31, false)]
    public async Task Reason_OfAnAppSilentForLong_LooksBackAMonth(int days, bool isFound)
    {
        var app = new VisitedApp().Start(TimeSpan.FromDays(days).TotalSeconds, "s1");
        await readers.PushAsync(app);

        Assert.Equal((new EmptyReason.NothingInRange(isFound ? PortalReaders.Start.AddDays(days) : null), 2), await ReadAsync(app));
    }

    [Fact]
    public async Task Reason_OfAnAppThatNobodyHeardOf_HasNoLastLine() => Assert.Equal((new EmptyReason.NothingInRange(null), 2), await ReadAsync(new VisitedApp()));

    [Fact]
    public async Task Reason_InAnEnvironment_IsThatOfItAlone()
    {
        var app = new VisitedApp().Start(10, "s1");
        await readers.PushAsync(app);

        var answer = await readers.Get<EmptyReasonReader>().ReadAsync(Viewers.Admin, SessionQuestions.About(app) with { Environment = "staging" }, TestContext.Current.CancellationToken);

        Assert.Equal(new EmptyReason.NothingInRange(null), answer.Value);
    }

    private async Task<(EmptyReason Reason, int Queries)> ReadAsync(VisitedApp app, params IEnumerable<string> filters)
    {
        Answer<EmptyReason> answer = await readers.Get<EmptyReasonReader>().ReadAsync(Viewers.Of(app.Name), SessionQuestions.About(app, filters), TestContext.Current.CancellationToken);
        return (answer.Value, answer.Queries.Length);
    }
}
