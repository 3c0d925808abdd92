using System.Net;
using System.Text.Json;

namespace RumPortal.IntegrationTests.Portal.Api;

public sealed class ApiAnswerTests(RecordedPortal recorded) : IClassFixture<RecordedPortal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenApi_Document_ListsEveryPathWithItsParameters()
    {
        var document = await recorded.GetAsync("/openapi/v1.json");

        var paths = document.GetProperty("paths");
        var names = paths.EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "/api/v1/apps", "/api/v1/propagation", "/api/v1/sessions", "/api/v1/sessions/{app}/{id}", "/api/v1/traces", "/api/v1/traces/{id}",
                "/api/v1/traces/{id}/waterfall", "/api/v1/vitals", "/api/v1/vitals/series",
            ],
            names);
        var parameters = paths.GetProperty("/api/v1/sessions").GetProperty("get").GetProperty("parameters").EnumerateArray();
        Assert.Equal(
            ["app", "environment", "version", "user", "userId", "from", "to", "filter", "limit", "cursor"],
            parameters.Select(parameter => parameter.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("/api/v1/apps?from=now-1h")]
    [InlineData("/api/v1/sessions?from=now-1h&limit=1")]
    [InlineData("/api/v1/sessions?from=bad")]
    [InlineData("/api/v1/sessions/shop-web/nobody?from=now-1h")]
    [InlineData("/api/v1/nothing")]
    public async Task Answer_AnyStatus_MayNotBeStored(string path)
    {
        using var response = await recorded.Portal.Http.GetAsync(path, Cancellation);

        Assert.True(response.Headers.CacheControl?.NoStore, $"{response.StatusCode} {response.Headers.CacheControl}");
    }

    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v1/nothing.json")]
    [InlineData("/api/v1/sessions/shop-web")]
    [InlineData("/api/v1/sessions/a/b/c")]
    public async Task Answer_UnknownResource_IsAProblemNotAPage(string path)
    {
        using var response = await recorded.Portal.Http.GetAsync(path, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Answer_SeveralBadParameters_NamesThemAll()
    {
        var (status, problem) = await recorded.AskAsync(
            "/api/v1/sessions?from=yesterday&to=2026-13-40&filter=no-colon&filter=1key:x&filter=browser_name:&limit=0&cursor=abc"
            + $"&user={new string('u', 201)}&environment=a%00b");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(
            [
                "A filter has the form key:value, for example browser_name:Arc.",
                "A filter key has letters, digits and underscores only and does not start with a digit.",
                "The filter on browser_name has no value.",
                "The environment in the address is not a name.",
                "'yesterday' is no time. Use now-6h or 2026-11-23T09:00:00Z.",
                "'2026-13-40' is no time. Use now-6h or 2026-11-23T09:00:00Z.",
                "limit must be a whole number from 1 to 100.",
                "user is longer than any user's name.",
                "cursor is not one that this API gave out.",
            ],
            problem.GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()));
    }

    [Theory]
    [InlineData("from=now&to=now-1h", "The end of the range (now-1h) must be after its start (now).")]
    [InlineData("from=now-1h&to=now-1h", "The end of the range (now-1h) must be after its start (now-1h).")]
    [InlineData("from=now-365d", "The range is longer than 92 days.")]
    [InlineData("from=1677-09-21&to=9999-12-31", "The range is longer than 92 days.")]
    public async Task Answer_ImpossibleRange_SaysWhy(string range, string fault)
    {
        var (status, problem) = await recorded.AskAsync($"/api/v1/sessions?{range}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal([fault], problem.GetProperty("faults").EnumerateArray().Select(one => one.GetString()));
    }

    [Fact]
    public async Task Answer_OtherMethods_AreRefusedWithoutEffect()
    {
        using var response = await recorded.Portal.Http.PostAsync("/api/v1/sessions", null, Cancellation);

        Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, response.StatusCode.ToString());
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }
}
