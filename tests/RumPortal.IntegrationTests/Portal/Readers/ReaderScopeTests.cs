using RumPortal.Domain.Querying;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Auth;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Features.Admin;
using RumPortal.Portal.Features.Apps;
using RumPortal.Portal.Features.Sessions;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Portal.Readers;

/// <summary>Nobody reads what belongs to another team, whatever is asked.</summary>
public sealed class ReaderScopeTests(PortalReaders readers) : IClassFixture<PortalReaders>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reader_AskedForAForeignApp_RefusesBeforeItAsks()
    {
        var foreign = new VisitedApp().Start(10, "s1");
        await readers.PushAsync(foreign);
        var viewer = Viewers.Of("mine");
        var question = SessionQuestions.About(foreign);
        var row = new SessionRow("s1", foreign.Name, "production", null, Visitor.Anonymous, null, null, null, PortalReaders.Start, true, null);

        async Task AssertRefusedAsync(Func<Task> read) => Assert.Contains(foreign.Name, (await Assert.ThrowsAsync<AppNotVisibleException>(read)).Message, StringComparison.Ordinal);
        await AssertRefusedAsync(() => readers.Get<SessionListReader>().ReadAsync(viewer, question, null, 10, Cancellation));
        await AssertRefusedAsync(() => readers.Get<SessionCounterReader>().ReadAsync(viewer, [row], Cancellation));
        await AssertRefusedAsync(() => readers.Get<SessionCounterReader>().ReadAsync(viewer, [row with { App = "mine" }, row], Cancellation));
        await AssertRefusedAsync(() => readers.Get<SessionVolumeReader>().ReadAsync(viewer, question, Cancellation));
        await AssertRefusedAsync(() => readers.Get<EmptyReasonReader>().ReadAsync(viewer, question, Cancellation));
        await AssertRefusedAsync(() => readers.Get<SessionTimelineReader>().ReadNextAsync(viewer, foreign.Name, "s1", PortalReaders.Range, Cancellation));
        await AssertRefusedAsync(async () => await readers.Get<SessionTimelineReader>().ReadAsync(viewer, foreign.Name, "s1", PortalReaders.Range, Cancellation).ToListAsync(Cancellation));
    }

    [Theory]
    [InlineData("APP")]
    [InlineData(" ")]
    [InlineData("mine|.*")]
    [InlineData("\"} or {app_name=~\".+\"}")]
    public async Task Reader_AskedForAnAppCalledNearlySo_Refuses(string app) =>
        await Assert.ThrowsAsync<AppNotVisibleException>(() => readers.Get<SessionListReader>().ReadAsync(Viewers.Of("mine", "app"), SessionQuestions.About(app), null, 10, Cancellation));

    [Fact]
    public async Task Reader_ForAViewerWithoutApps_AnswersEmptyWithoutAsking()
    {
        var (viewer, question) = (Viewers.WithoutApps, SessionQuestions.About((string?)null));

        var list = await readers.Get<SessionListReader>().ReadAsync(viewer, question, null, 10, Cancellation);
        var reason = await readers.Get<EmptyReasonReader>().ReadAsync(viewer, question, Cancellation);
        var volume = await readers.Get<SessionVolumeReader>().ReadAsync(viewer, question, Cancellation);
        var apps = await readers.Get<AppReader>().ReadAsync(viewer, null, PortalReaders.Range, Cancellation);
        var volumes = await readers.Get<AppVolumeReader>().ReadAsync(viewer, null, PortalReaders.Range, Cancellation);

        Assert.Equal((0, null), (list.Value.Sessions.Length, list.Value.Next));
        Assert.Equal(new EmptyReason.NothingInRange(null), reason.Value);
        Assert.Equal((0, 0, 0), (volume.Value.Bars.Length, apps.Value.Length, volumes.Value.Count));
        Assert.Empty(list.Queries.Concat(reason.Queries).Concat(volume.Queries).Concat(apps.Queries).Concat(volumes.Queries));
    }

    [Fact]
    public async Task Choices_OfAnyViewer_AreWhatTheViewerMaySee()
    {
        var (own, foreign) = (new VisitedApp().Start(10, "own"), new VisitedApp().Start(20, "foreign"));
        await readers.PushAsync(own, foreign);
        var reader = readers.Get<FilterChoiceReader>();

        var choices = await reader.ReadAsync(Viewers.Of(own.Name), new ViewFilter(), PortalReaders.Range, ["118"]);
        var refused = await reader.ReadAsync(Viewers.Of(own.Name), new ViewFilter { App = foreign.Name }, PortalReaders.Range, []);
        var none = await reader.ReadAsync(Viewers.WithoutApps, new ViewFilter(), PortalReaders.Range, []);

        Assert.Equal([own.Name, "production", "118"], [.. choices.Apps, .. choices.Environments, .. choices.Versions]);
        Assert.Equal([own.Name], [.. refused.Apps, .. refused.Environments]);
        Assert.Equal("your teams own no apps", none.WhyEmpty);
    }

    [Fact]
    public async Task Probe_ByAnyoneButAnAdmin_IsRefused()
    {
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => readers.Get<LokiProbe>().RunAsync(Viewers.Unmasking("mine"), Cancellation));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => readers.Get<LokiProbe>().RunAsync(Viewers.WithoutApps, Cancellation));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => readers.Get<TempoProbe>().RunAsync(Viewers.Unmasking("mine"), Cancellation));
    }
}
