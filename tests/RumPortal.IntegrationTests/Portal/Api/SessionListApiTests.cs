using System.Net;
using System.Text.Json;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Faro;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Api;

public sealed class SessionListApiTests(RecordedPortal recorded) : IClassFixture<RecordedPortal>
{
    private const string Sessions = $"/api/v1/sessions?{RecordedPortal.Range}";

    [Theory]
    [InlineData(7)]
    [InlineData(25)]
    [InlineData(100)]
    public async Task List_PageAfterPage_HasEverySessionOnceNewestFirst(int limit)
    {
        var items = await recorded.GetAllAsync($"{Sessions}&limit={limit}");

        Assert.Equal(RecordedSessions.Ids.Order(StringComparer.Ordinal), items.Select(Id).Order(StringComparer.Ordinal));
        var seen = items.Select(item => item.GetProperty("seen").GetDateTimeOffset()).ToList();
        Assert.Equal(seen.OrderDescending(), seen);
    }

    [Fact]
    public async Task List_NoLimit_Has25AndTheWayOn()
    {
        var page = await recorded.GetAsync(Sessions);

        Assert.Equal(25, page.GetProperty("items").GetArrayLength());
        Assert.True(page.GetProperty("complete").GetBoolean());
        Assert.NotEmpty(page.GetProperty("next").GetString()!);
    }

    [Fact]
    public async Task List_Counters_AgreeWithTheLines()
    {
        var page = await recorded.GetAsync($"{Sessions}&limit=50");

        foreach (var item in page.GetProperty("items").EnumerateArray())
        {
            var lines = RecordedSessions.LinesOf(Id(item));
            Assert.Equal(lines.Count(line => line.Kind == FaroKind.Exception), item.GetProperty("errors").GetInt32());
            Assert.Equal(lines.Count(line => FaroCategories.Of(line) == FaroCategory.Vital), CountOf(item, "vital"));
            Assert.Equal(lines.Count(line => FaroCategories.Of(line) == FaroCategory.Request), CountOf(item, "request"));
            Assert.Equal(lines[0].Meta.BrowserName, item.GetProperty("browser").GetString());
        }
    }

    public static TheoryData<string, Func<FaroRecord, bool>> Questions => new()
    {
        { "app=shop-web", line => line.Meta.AppName == "shop-web" },
        { "app=shop-web&environment=staging", line => line.Meta is { AppName: "shop-web", AppEnvironment: "staging" } },
        { "version=118", line => line.Meta.AppVersion == "118" },
        { "version=118&version=117", line => line.Meta.AppVersion is "118" or "117" },
        { "filter=browser_name:Arc", line => line.Meta.BrowserName == "Arc" },
        { "filter=browser_name:Arc&filter=app_version:118", line => line.Meta is { BrowserName: "Arc", AppVersion: "118" } },
        { "filter=!browser_name:Arc", line => line.Meta.BrowserName != "Arc" },
        { "filter=~browser_os:mac", line => line.Meta.BrowserOs!.Contains("mac", StringComparison.OrdinalIgnoreCase) },
        { "filter=kind:exception", line => line.Kind == FaroKind.Exception },
        { "filter=~page_url:checkout", line => line.Meta.PageUrl!.Contains("checkout", StringComparison.OrdinalIgnoreCase) },
        { "user=alice%20o%27neil", line => line.Meta.UserName?.Contains("alice o'neil", StringComparison.OrdinalIgnoreCase) == true },
        { "user=ALICE", line => line.Meta.UserName?.Contains("alice", StringComparison.OrdinalIgnoreCase) == true },
        { "user=u-000", line => line.Meta.UserId?.StartsWith("u-000", StringComparison.Ordinal) == true },
        { "userId=u-0003", line => line.Meta.UserId == "u-0003" },
        { "userId=u-000", _ => false },
    };

    [Theory]
    [MemberData(nameof(Questions), DisableDiscoveryEnumeration = true)]
    public async Task List_Filtered_HasExactlyTheSessionsWithSuchALine(string question, Func<FaroRecord, bool> condition)
    {
        var items = await recorded.GetAllAsync($"{Sessions}&limit=40&{question}");

        Assert.Equal(RecordedSessions.With(condition), items.Select(Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task List_RangeWithinTheData_HasTheSessionsThatWereAliveInIt()
    {
        var (from, to) = (DateTimeOffset.Parse("2026-11-20T02:00:00Z", null), DateTimeOffset.Parse("2026-11-20T03:00:00Z", null));

        var items = await recorded.GetAllAsync("/api/v1/sessions?from=2026-11-20T02:00:00Z&to=2026-11-20T03:00:00Z&limit=100");

        var alive = RecordedSessions.With(line => line.ArrivalTime >= from && line.ArrivalTime < to);
        Assert.Equal(alive, items.Select(Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task List_ByATeam_HasItsOwnSessionsWithoutNames()
    {
        var (status, page) = await recorded.AskAsync($"{Sessions}&limit=100", ViewerRole.Viewer, PortalSetup.DocumentationTeam);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(44, page.GetProperty("items").GetArrayLength());
        Assert.All(page.GetProperty("items").EnumerateArray(), item =>
        {
            Assert.Equal("docs-site", item.GetProperty("app").GetString());
            Assert.Equal(JsonValueKind.Null, item.GetProperty("user").GetProperty("id").ValueKind);
            Assert.Equal(JsonValueKind.Null, item.GetProperty("user").GetProperty("name").ValueKind);
            Assert.Matches("^(anonymous|visitor [0-9a-f]{6})$", item.GetProperty("user").GetProperty("display").GetString());
        });
    }

    [Theory]
    [InlineData("/api/v1/sessions?app=shop-web&from=now-6h")]
    [InlineData("/api/v1/sessions?app=nobody-has-this&from=now-6h")]
    [InlineData("/api/v1/sessions/shop-web/jNcdjR6CFu?from=now-6h")]
    [InlineData("/api/v1/sessions/nobody-has-this/jNcdjR6CFu?from=now-6h")]
    public async Task Read_AppOfOthers_IsNotFoundLikeOneThatDoesNotExist(string path)
    {
        var (status, problem) = await recorded.AskAsync(path, ViewerRole.Viewer, PortalSetup.DocumentationTeam);

        Assert.Equal((HttpStatusCode.NotFound, "No such app."), (status, problem.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task List_UnknownAppByAdmin_IsEmpty()
    {
        var page = await recorded.GetAsync($"{Sessions}&app=nobody-has-this");

        Assert.Empty(page.GetProperty("items").EnumerateArray());
        Assert.True(page.GetProperty("complete").GetBoolean());
    }

    private static string Id(JsonElement item) => item.GetProperty("id").GetString()!;

    private static int CountOf(JsonElement item, string type) =>
        item.GetProperty("counts").TryGetProperty(type, out var count) ? count.GetInt32() : 0;
}
