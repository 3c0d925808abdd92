using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Components.Panels;
using RumPortal.Portal.Features.Sessions;
using RumPortal.Sandbox.Faults;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Portal.Readers;

/// <summary>What a page of sessions has loaded: list, counters and trail, over a Loki that may fail in between.</summary>
public sealed class SessionListingTests : IAsyncLifetime
{
    private readonly SessionTrail _trail = new();
    private readonly List<int> _rendered = [];
    private Action? _afterRender;
    private PortalReaders _readers = null!;
    private SessionListing _listing = null!;

    public async ValueTask InitializeAsync()
    {
        _readers = await PortalReaders.StartAsync();
        _listing = new SessionListingFactory(_readers.Get<SessionListReader>(), _readers.Get<SessionCounterReader>(), _readers.Get<EmptyReasonReader>(), _trail)
            .Create(Read<SessionList>(), Read<ImmutableArray<SessionRow>>());
    }

    public ValueTask DisposeAsync()
    {
        _listing.List.Dispose();
        _listing.Counting.Dispose();
        return _readers.DisposeAsync();
    }

    [Fact]
    public async Task Listing_Started_ShowsTheFirstPageAndThenItsCounters()
    {
        var app = await VisitedAsync(60);

        await _listing.StartAsync(Viewers.Of(app.Name), SessionQuestions.About(app));

        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"s{59 - i:00}"), _listing.Rows.Select(row => row.Id));
        Assert.All(_listing.Rows, row => Assert.Equal(1, row.Counters!.CountOf(FaroCategory.Error)));
        Assert.True(_listing is { HasMore: true, List.IsReading: false, Counting.IsReading: false });
    }

    [Fact]
    public async Task Listing_ReadOn_KeepsWhatIsThereUntilTheRangeIsLoaded()
    {
        var app = await VisitedAsync(60);
        await _listing.StartAsync(Viewers.Of(app.Name), SessionQuestions.About(app));

        _rendered.Clear();
        await _listing.ReadMoreAsync();
        await _listing.ReadMoreAsync();
        await _listing.ReadMoreAsync();

        Assert.DoesNotContain(0, _rendered);
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"s{59 - i:00}"), _listing.Rows.Select(row => row.Id));
        Assert.All(_listing.Rows, row => Assert.NotNull(row.Counters));
        Assert.False(_listing.HasMore);
        Assert.Equal(new TrailPosition(31, 60, (app.Name, "s30"), (app.Name, "s28")), _trail.Find(app.Name, "s29"));
    }

    [Fact]
    public async Task Listing_OfAnotherQuestion_ForgetsTheFirst()
    {
        var app = await VisitedAsync(30);
        await _listing.StartAsync(Viewers.Of(app.Name), SessionQuestions.About(app));

        await _listing.StartAsync(Viewers.Of(app.Name), SessionQuestions.About(app, "app_version:7"));

        Assert.Equal(["s27", "s17", "s07"], _listing.Rows.Select(row => row.Id));
    }

    [Fact]
    public async Task Listing_OfAQuestionAskedMeanwhile_ShowsTheNewestAlone()
    {
        var app = await VisitedAsync(30);
        var first = _listing.StartAsync(Viewers.Of(app.Name), SessionQuestions.About(app));

        var second = _listing.StartAsync(Viewers.Of(app.Name), SessionQuestions.About(app, "app_version:7"));
        await Task.WhenAll(first, second);

        Assert.Equal(["s27", "s17", "s07"], _listing.Rows.Select(row => row.Id));
        Assert.All(_listing.Rows, row => Assert.NotNull(row.Counters));
        Assert.Null(_listing.List.Failure);
    }

    [Fact]
    public async Task Listing_OfNothing_SaysWhy()
    {
        var app = await VisitedAsync(1);

        await _listing.StartAsync(Viewers.Of(app.Name), SessionQuestions.About(app, "app_version:none"));

        Assert.Equal(new EmptyReason.FilterRemovesAll(), _listing.List.Answer!.Value.WhyEmpty);
        Assert.Equal(3, _listing.List.Answer.Queries.Length);
    }

    [Fact]
    public async Task Listing_WhoseCountersFail_KeepsTheSessionsAndCountsLater()
    {
        var app = await VisitedAsync(3);
        _afterRender = () =>
        {
            if (_listing.List.Answer is null) return;
            _readers.Loki.Faults.Add(new Fault { Status = 400, Body = "too many series" });
            _afterRender = null;
        };

        await _listing.StartAsync(Viewers.Of(app.Name), SessionQuestions.About(app));
        Assert.Equal((3, true), (_listing.Rows.Count, _listing.Rows.All(row => row.Counters is null)));
        Assert.NotNull(_listing.Counting.Failure);
        Assert.Null(_listing.List.Failure);

        _readers.Loki.Faults.Clear();
        await _listing.CountAsync();
        Assert.All(_listing.Rows, row => Assert.NotNull(row.Counters));
        Assert.Null(_listing.Counting.Failure);
    }

    private PanelRead<T> Read<T>() => new(() =>
    {
        _rendered.Add(_listing.Rows.Count);
        _afterRender?.Invoke();
        return Task.CompletedTask;
    }, new FixedTime(PortalReaders.Now), NullLogger.Instance);

    // One session a minute, each with an error; its version is the last digit of its number.
    private async Task<VisitedApp> VisitedAsync(int sessions)
    {
        var app = new VisitedApp();
        for (var i = 0; i < sessions; i++)
            app.Start(i * 60, $"s{i:00}", $"app_version={i % 10}").Add((i * 60) + 10, $"s{i:00}", "exception", "type=TypeError", "value=x", $"app_version={i % 10}");
        await _readers.PushAsync(app);
        return app;
    }
}
