using RumPortal.Domain.Querying;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Features.Sessions;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Portal.Readers;

/// <summary>Which sessions a question finds.</summary>
public sealed class SessionFilterTests(PortalReaders readers) : IClassFixture<PortalReaders>
{
    [Theory]
    [InlineData("", "ada bob eve")]
    [InlineData("app_version:118", "ada eve")]
    [InlineData("app_version:118 app_version:117", "ada bob eve")]
    [InlineData("!browser_name:Arc", "bob")]
    [InlineData("~browser_os:MAC", "ada eve")]
    [InlineData("app_version:118 !browser_os:Mac OS", "eve")]
    [InlineData("app_version:11", "")]
    [InlineData("kind:exception", "bob")]
    [InlineData("kind:exception level:info", "")]
    [InlineData("page_id:/checkout", "ada")]
    [InlineData("~page_url:CHECKOUT", "ada eve")]
    [InlineData("context_rating:poor", "eve")]
    [InlineData("event_data_http_request_method:POST", "ada")]
    [InlineData("message:say \"hi\" \\ 購物車", "bob")]
    public async Task List_OfFilters_HoldsTheSessionsWithALineThatPassesAll(string filters, string expected)
    {
        var app = Visited();
        await readers.PushAsync(app);

        var rows = await readers.ReadAllAsync(app, SessionQuestions.About(app, Split(filters)), 10);

        Assert.Equal(expected, string.Join(' ', rows.Select(row => row.Id).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("U-1", "ada")]
    [InlineData("lovelace", "ada")]
    [InlineData("ADA@X.TEST", "ada")]
    [InlineData("x.test", "ada late")]
    [InlineData("grace", "late")]
    [InlineData(".*", "")]
    [InlineData("hello", "")]
    public async Task List_OfAUser_HoldsSessionsOfWhoIsCalledSoAlsoWhenTheySignInLate(string user, string expected)
    {
        var app = new VisitedApp();
        app.Start(10, "ada", "user_id=u-1", "user_username=Ada Lovelace", "user_email=ada@x.test");
        app.Start(20, "late").Log(30, "late");
        app.IsJson = true;
        app.Log(40, "late", "user_id=u-2", "user_email=Grace@X.test").Start(50, "anonymous").Log(60, "anonymous");
        await readers.PushAsync(app);

        var rows = await readers.ReadAllAsync(app, SessionQuestions.About(app) with { User = user }, 10);

        Assert.Equal(expected, string.Join(' ', rows.Select(row => row.Id).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task List_OfAUserId_HoldsTheSessionsOfThatUserAlone()
    {
        var app = new VisitedApp().Start(10, "one", "user_id=u-1").Start(20, "other", "user_id=u-11").Start(30, "late").Log(40, "late", "user_id=u-1").Add(50, "text", "log", "message=user_id=u-1");
        await readers.PushAsync(app);

        var rows = await readers.ReadAllAsync(app, SessionQuestions.About(app) with { UserId = "u-1" }, 1);

        Assert.Equal(["late", "one"], rows.Select(row => row.Id));
        Assert.All(rows, row => Assert.Equal("u-1", row.Visitor.Id));
    }

    [Fact]
    public async Task List_OfARange_HoldsSessionsThatBeganBeforeItAndAreAliveInIt()
    {
        var app = new VisitedApp();
        app.Start(-7_000, "alive").Log(600, "alive").Start(-7_000, "ended").Log(-10, "ended").Start(-5 * 3600, "long ago").Log(600, "long ago").Start(600, "inside").Start(3 * 3600, "after");
        await readers.PushAsync(app);

        var rows = await readers.ReadAllAsync(app, SessionQuestions.About(app), 10);

        Assert.Equal(["inside", "alive"], rows.Select(row => row.Id));
        Assert.Equal([true, true], rows.Select(row => row.IsStart));
    }

    [Fact]
    public async Task Row_OfASession_SaysWhatItsLineSays()
    {
        var app = new VisitedApp { IsJson = true };
        app.Resume(125, "s1", "app_version=118", "browser_name=Arc", "browser_os=Mac OS", "user_id=u-1", "user_username=Ada", "page_id=/cart");
        await readers.PushAsync(app);

        var row = Assert.Single(await readers.ReadAllAsync(app, SessionQuestions.About(app), 10));

        Assert.Equal(new SessionRow("s1", app.Name, "production", "118", new Visitor("u-1", "Ada", null), "Arc", "Mac OS", "/cart", PortalReaders.Start.AddSeconds(125), false, null), row);
    }

    [Fact]
    public async Task Line_ThatOnlyTalksOfASession_IsNone()
    {
        var app = new VisitedApp().Start(10, "real").Add(20, "", "log", "message=event_name=session_start session_id=fake").Add(30, "talk", "event", "event_name=note", "event_data_text=event_name=session_start");
        await readers.PushAsync(app);

        var rows = await readers.ReadAllAsync(app, SessionQuestions.About(app, "!browser_name:Arc"), 10);

        Assert.Contains("real", rows.Select(row => row.Id));
        Assert.DoesNotContain("fake", rows.Select(row => row.Id));
    }

    [Theory]
    [InlineData("production", 1)]
    [InlineData("staging", 0)]
    public async Task List_OfAnEnvironment_HoldsItsSessionsAlone(string environment, int expected)
    {
        var app = new VisitedApp().Start(10, "s1");
        await readers.PushAsync(app);

        Assert.Equal(expected, (await readers.ReadAllAsync(app, SessionQuestions.About(app) with { Environment = environment }, 10)).Count);
    }

    [Fact]
    public async Task List_OfAllApps_HoldsThoseOfTheViewer()
    {
        var (own, second, foreign) = (new VisitedApp().Start(10, "own"), new VisitedApp().Start(20, "second"), new VisitedApp().Start(30, "foreign"));
        await readers.PushAsync(own, second, foreign);

        var rows = await readers.ReadAllAsync(Viewers.Of(own.Name, second.Name), SessionQuestions.About((string?)null), 10);

        Assert.Equal([("second", second.Name), ("own", own.Name)], rows.Select(row => (row.Id, row.App)));
    }

    private static VisitedApp Visited()
    {
        var app = new VisitedApp();
        app.Start(10, "ada", "app_version=118", "browser_name=Arc", "browser_os=Mac OS");
        app.Log(20, "ada", "app_version=118", "browser_name=Arc", "browser_os=Mac OS", "page_id=/checkout", "page_url=https://x.test/checkout?step=1");
        app.Add(25, "ada", "event", "event_name=faro.tracing.fetch", "event_data_http.request.method=POST", "app_version=118", "browser_name=Arc", "browser_os=Mac OS");
        app.Start(30, "bob", "app_version=117", "browser_name=Firefox", "browser_os=Linux");
        app.Add(40, "bob", "exception", "type=TypeError", "value=x", "app_version=117", "browser_name=Firefox", "browser_os=Linux");
        app.Add(45, "bob", "log", "message=say \"hi\" \\ 購物車", "level=warn", "app_version=117", "browser_name=Firefox", "browser_os=Linux");
        app.IsJson = true;
        app.Start(50, "eve", "app_version=118", "browser_name=Arc", "browser_os=macOS");
        app.Add(60, "eve", "measurement", "type=web-vitals", "lcp=9000.000000", "context_rating=poor", "page_url=https://x.test/Checkout", "app_version=118", "browser_name=Arc", "browser_os=macOS");
        return app;
    }

    // A blank inside a value is no end of a filter: only a part with a key begins one.
    private static List<string> Split(string filters)
    {
        var all = new List<string>();
        foreach (var part in filters.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (all.Count == 0 || MetadataFilter.TryParse(part, out _, out _)) all.Add(part);
            else all[^1] += " " + part;
        return all;
    }
}
