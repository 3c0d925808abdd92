using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Features.Apps;
using RumPortal.Portal.Features.Sessions;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Portal.Readers;

/// <summary>Which apps there are, when each was last heard of, and how much they were used.</summary>
public sealed class AppReaderTests(PortalReaders readers) : IClassFixture<PortalReaders>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Apps_OfAViewer_AreThoseSeenAndThoseOwnedWithTheirLastLine()
    {
        var (owned, quiet, foreign) = (new VisitedApp("owned-app"), new VisitedApp(), new VisitedApp());
        owned.Start(10, "s1").Log(7_200, "s1");
        quiet.Start(-86_400, "s2");
        foreign.Start(10, "s3");
        await readers.PushAsync(owned, quiet, foreign);

        var answer = await ReadAsync(Viewers.Of("owned-app", "silent-app", quiet.Name), null);

        Assert.Equal(
            new (string, string?, DateTimeOffset?, string)[]
            {
                ("owned-app", "production", PortalReaders.Start.AddSeconds(7_200), "Storefront"), ("silent-app", null, null, "Storefront"), (quiet.Name, null, PortalReaders.Start.AddDays(-1), ""),
            }.OrderBy(row => row.Item1, StringComparer.Ordinal),
            answer.Value.Select(row => (row.App, row.Environment, row.LastLine, string.Join(' ', row.Teams))));
        Assert.Null(answer.CutShort);
    }

    [Fact]
    public async Task Apps_InAnEnvironment_AreThoseOfItAndThoseOwned()
    {
        var app = new VisitedApp().Start(10, "s1");
        await readers.PushAsync(app);
        var viewer = Viewers.Of(app.Name);

        Assert.Equal([(app.Name, "production", true)], (await ReadAsync(viewer, "production")).Value.Select(row => (row.App, row.Environment, row.LastLine is not null)));
        Assert.Equal([(app.Name, "staging", false)], (await ReadAsync(viewer, "staging")).Value.Select(row => (row.App, row.Environment, row.LastLine is not null)));
    }

    [Fact]
    public async Task Apps_OfAnAdmin_AreAll()
    {
        var (one, other) = (new VisitedApp().Start(10, "s1"), new VisitedApp().Start(20, "s2"));
        await readers.PushAsync(one, other);

        var seen = (await ReadAsync(Viewers.Admin, null)).Value.Select(row => row.App).ToList();

        Assert.Contains(one.Name, seen);
        Assert.Contains(other.Name, seen);
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
    }

    [Fact]
    public async Task Apps_BeyondTheBound_AreCutShortAndSaySo()
    {
        await using var crowded = await PortalReaders.StartAsync();
        await crowded.PushAsync(Enumerable.Range(0, AppReader.MostRows + 3).Select(i => new VisitedApp($"app-{i:000}").Start(10, "s")));

        var answer = await crowded.Get<AppReader>().ReadAsync(Viewers.Admin, null, PortalReaders.Range, Cancellation);

        Assert.Equal(("app-000", "app-199", 200), (answer.Value[0].App, answer.Value[^1].App, answer.Value.Length));
        Assert.Equal("The first 200 of 203 apps and environments are shown.", answer.CutShort);
    }

    [Fact]
    public async Task Volume_OfAnApp_CountsPageLoadsAndErrors()
    {
        var app = Used();
        await readers.PushAsync(app);

        var answer = await readers.Get<AppVolumeReader>().ReadAsync(Viewers.Of(app.Name), null, PortalReaders.Range, Cancellation);

        var (key, volume) = Assert.Single(answer.Value);
        Assert.Equal(((app.Name, "production"), 12, 3), (key, volume.Total, volume.Errors));
        Assert.Equal(3, volume.PageLoads.Count(loads => loads > 0));
    }

    [Fact]
    public async Task Volume_OfASessionList_CountsTheSame()
    {
        var app = Used();
        await readers.PushAsync(app);

        var all = (await readers.Get<SessionVolumeReader>().ReadAsync(Viewers.Of(app.Name), SessionQuestions.About(app), Cancellation)).Value;
        var some = (await readers.Get<SessionVolumeReader>().ReadAsync(Viewers.Of(app.Name), SessionQuestions.About(app, "app_version:118", "kind:exception"), Cancellation)).Value;

        Assert.Equal((12, 3), (all.Bars.Sum(bar => bar.PageLoads), all.Bars.Sum(bar => bar.Errors)));
        Assert.Equal((6, 1), (some.Bars.Sum(bar => bar.PageLoads), some.Bars.Sum(bar => bar.Errors)));
    }

    private Task<Answer<System.Collections.Immutable.ImmutableArray<AppRow>>> ReadAsync(ViewerScope viewer, string? environment) =>
        readers.Get<AppReader>().ReadAsync(viewer, environment, PortalReaders.Range, Cancellation);

    // Six starts, six resumes and three errors, an hour apart each; every second session is of version 118.
    private static VisitedApp Used()
    {
        var app = new VisitedApp();
        for (var i = 0; i < 6; i++)
        {
            var (second, version) = ((i / 2 * 3_600) + 60, i % 2 == 0 ? "app_version=118" : "app_version=117");
            app.IsJson = i > 3;
            app.Start(second + i, $"s{i}", version).Resume(second + 30 + i, $"s{i}", version);
            if (i is 1 or 2 or 5) app.Add(second + 31, $"s{i}", "exception", "type=TypeError", "value=x", version);
        }
        return app;
    }
}
