using System.Net;
using System.Text.Json;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Faro;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Api;

public sealed class SessionDocumentApiTests(RecordedPortal recorded) : IClassFixture<RecordedPortal>
{
    private static readonly string Longest = RecordedSessions.LongestOf("shop-web");

    [Fact]
    public async Task Read_Session_HasEveryLineAsAnEventInOrder()
    {
        var body = await ReadAsync("include=line");

        var events = body.GetProperty("events").EnumerateArray().ToList();
        var times = events.Select(happened => happened.GetProperty("time").GetDateTimeOffset()).ToList();
        Assert.Equal(times.Order(), times);
        // A navigation timing line tells of two events: the page view and its load.
        var lines = RecordedSessions.LinesOf(Longest).Select(RecordedSessions.TextOf).ToHashSet();
        Assert.Equal(lines, events.Select(happened => happened.GetProperty("line").GetString()!).ToHashSet());
        Assert.True(body.GetProperty("complete").GetBoolean());
    }

    [Fact]
    public async Task Read_Session_TypesAreThoseOfTheLines()
    {
        var body = await ReadAsync("include=line");

        foreach (var happened in body.GetProperty("events").EnumerateArray())
        {
            var text = happened.GetProperty("line").GetString();
            var line = RecordedSessions.LinesOf(Longest).First(record => RecordedSessions.TextOf(record) == text);
            var type = happened.GetProperty("type").GetString();
            if (FaroCategories.Of(line) == FaroCategory.Navigation) Assert.True(type is "page-view" or "navigation", type);
            else Assert.Equal(FaroCategories.Word(FaroCategories.Of(line)), type);
        }
    }

    [Fact]
    public async Task Read_Session_VitalsAreLowerCaseRatedNumbers()
    {
        var body = await ReadAsync("");

        var vitals = body.GetProperty("events").EnumerateArray()
            .Where(happened => happened.GetProperty("type").GetString() == "vital").ToList();
        Assert.NotEmpty(vitals);
        Assert.All(vitals, vital =>
        {
            Assert.Contains(vital.GetProperty("name").GetString(), (string[])["lcp", "inp", "cls", "fcp", "ttfb"]);
            Assert.True(vital.GetProperty("value").GetDouble() >= 0);
            Assert.Contains(vital.GetProperty("rating").GetString(), (string[])["good", "needs-improvement", "poor"]);
        });
    }

    [Fact]
    public async Task Read_WithoutInclude_HasNoLines()
    {
        var body = await ReadAsync("");

        Assert.All(body.GetProperty("events").EnumerateArray(), happened => Assert.False(happened.TryGetProperty("line", out _)));
    }

    [Fact]
    public async Task Read_Head_SumsTheSessionUp()
    {
        var head = (await ReadAsync("")).GetProperty("session");
        var lines = RecordedSessions.LinesOf(Longest);

        Assert.Equal((Longest, "shop-web"), (head.GetProperty("id").GetString(), head.GetProperty("app").GetString()));
        var errors = head.GetProperty("counts").TryGetProperty("error", out var count) ? count.GetInt32() : 0;
        Assert.Equal(lines.Count(line => line.Kind == FaroKind.Exception), errors);
        Assert.Equal(lines[0].Meta.UserId, head.GetProperty("user").GetProperty("id").GetString());
        Assert.Equal($"{lines[0].Meta.BrowserName} {lines[0].Meta.BrowserVersion}", head.GetProperty("browser").GetString());
    }

    [Fact]
    public async Task Read_ByATeamThatMayNotUnmask_HidesTheUserInLinesToo()
    {
        var id = RecordedSessions.With(line => line.Meta is { AppName: "docs-site", UserId: not null })[0];

        var path = $"/api/v1/sessions/docs-site/{id}?{RecordedPortal.Range}&include=line";
        var (_, body) = await recorded.AskAsync(path, ViewerRole.Viewer, PortalSetup.DocumentationTeam);

        var text = body.GetRawText();
        var user = RecordedSessions.LinesOf(id).First(line => line.Meta.UserId is not null).Meta;
        Assert.DoesNotContain($"\"{user.UserId}\"", text);
        Assert.DoesNotContain($"user_id={user.UserId}", text);
        Assert.Contains("user_id=***", text);
    }

    [Fact]
    public async Task Read_UnknownSession_IsAProblemThatSaysWhereItWasLookedFor()
    {
        var (status, problem) = await recorded.AskAsync($"/api/v1/sessions/shop-web/nobody?{RecordedPortal.Range}");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("No such session.", problem.GetProperty("title").GetString());
        Assert.Contains("four hours", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Read_SessionOfAnotherApp_IsNotFound()
    {
        var (status, _) = await recorded.AskAsync($"/api/v1/sessions/docs-site/{Longest}?{RecordedPortal.Range}");

        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    private Task<JsonElement> ReadAsync(string parameters) =>
        recorded.GetAsync($"/api/v1/sessions/shop-web/{Longest}?{RecordedPortal.Range}&{parameters}");
}
