using System.Net;
using RumPortal.Sandbox.FaroReceiver;

namespace RumPortal.IntegrationTests.Sandbox.FaroReceiver;

public sealed class CrossOriginTests
{
    private const string SdkHeaders = "content-type,idempotency-key,x-faro-session-id";

    [Theory]
    [InlineData(CorsHeaderList.Current, SdkHeaders, true)]
    [InlineData(CorsHeaderList.Current, "content-encoding,content-type,traceparent,x-api-key,x-scope-orgid", true)]
    [InlineData(CorsHeaderList.Current, "", true)]
    [InlineData(CorsHeaderList.Current, "authorization,content-type", false)]
    [InlineData(CorsHeaderList.Old, SdkHeaders, false)]
    [InlineData(CorsHeaderList.Old, "content-encoding,content-type,x-faro-session-id", true)]
    public async Task Preflight_OfEachGeneration_AllowsItsHeaders(CorsHeaderList list, string headers, bool allowed)
    {
        await using var receiver = await RunningReceiver.StartAsync(o => o with { CorsHeaders = list });

        using var response = await receiver.PreflightAsync("http://shop.test", headers);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(allowed ? "*" : null, Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal(allowed ? "POST" : null, Header(response, "Access-Control-Allow-Methods"));
        Assert.Equal(allowed && headers.Length > 0 ? headers : null, Header(response, "Access-Control-Allow-Headers"));
        Assert.Null(Header(response, "Access-Control-Allow-Credentials"));
        Assert.Null(Header(response, "Access-Control-Max-Age"));
    }

    [Theory]
    [InlineData("https://shop.example.test", true)]
    [InlineData("HTTPS://SHOP.example.test", true)]
    [InlineData("https://a.b.partner.test", true)]
    [InlineData("https://partner.test", false)]
    [InlineData("https://evil.test", false)]
    [InlineData("null", false)]
    public async Task Origin_BesideAList_IsHeldToIt(string origin, bool allowed)
    {
        await using var receiver = await RunningReceiver.StartAsync(
            o => o with { CorsAllowedOrigins = ["https://shop.example.test", "https://*.partner.test"] });

        using var preflight = await receiver.PreflightAsync(origin, "content-type");
        using var actual = await receiver.CollectAsync("""{"logs":[{"message":"x"}]}""", ("Origin", origin));

        Assert.Equal(allowed ? origin : null, Header(preflight, "Access-Control-Allow-Origin"));
        Assert.Equal(allowed ? origin : null, Header(actual, "Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.Accepted, actual.StatusCode);
        Assert.Single(await receiver.StoredAsync());
    }

    [Theory]
    [InlineData(CorsHeaderList.Current, "Retry-After")]
    [InlineData(CorsHeaderList.Old, null)]
    public async Task Answer_InTheCurrentGeneration_ExposesRetryAfter(CorsHeaderList list, string? exposed)
    {
        await using var receiver = await RunningReceiver.StartAsync(o => o with { CorsHeaders = list });

        using var accepted = await receiver.CollectAsync("{}", ("Origin", "http://shop.test"));
        using var refused = await receiver.CollectAsync("{", ("Origin", "http://shop.test"));

        Assert.All([accepted, refused], response =>
        {
            Assert.Equal("*", Header(response, "Access-Control-Allow-Origin"));
            Assert.Equal("Origin", Header(response, "Vary"));
            Assert.Equal(exposed, Header(response, "Access-Control-Expose-Headers"));
        });
    }

    [Fact]
    public async Task Preflight_ForAnotherMethod_IsRefused()
    {
        await using var receiver = await RunningReceiver.StartAsync();

        using var response = await receiver.PreflightAsync("http://shop.test", "", "DELETE");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Null(Header(response, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Cors_SwitchedOff_TreatsOptionsAsARequest()
    {
        await using var receiver = await RunningReceiver.StartAsync(o => o with { CorsAllowedOrigins = [] });

        using var response = await receiver.PreflightAsync("http://shop.test", "content-type");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(Header(response, "Access-Control-Allow-Origin"));
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
