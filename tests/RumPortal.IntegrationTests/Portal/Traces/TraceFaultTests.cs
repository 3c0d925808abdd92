using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Traces;

/// <summary>Every way in which the store of traces may fail: the answer says what is with whom, the portal lives, and healing brings the trace.</summary>
public sealed class TraceFaultTests(TracedPortal traced) : IClassFixture<TracedPortal>
{
    private const string Path = $"/api/v1/traces/{TracedPortal.Own}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("failed", HttpStatusCode.BadGateway, "ServerError")]
    [InlineData("html", HttpStatusCode.BadGateway, "Malformed")]
    [InlineData("half", HttpStatusCode.BadGateway, "Malformed")]
    [InlineData("dropped", HttpStatusCode.BadGateway, "Unreachable")]
    [InlineData("slow", HttpStatusCode.GatewayTimeout, "Timeout")]
    [InlineData("busy", HttpStatusCode.ServiceUnavailable, "RateLimited")]
    public async Task Api_TempoFails_SaysSoAndComesBack(string how, HttpStatusCode status, string fault)
    {
        await using var portal = await traced.StartAnotherAsync(how == "slow" ? TimeSpan.FromSeconds(2) : null);
        traced.Disturbance = context => DisturbAsync(how, context);
        try
        {
            foreach (var path in (string[])[Path, Path + "/waterfall"])
            {
                var (answered, body) = await AskAsync(portal, path);
                Assert.Equal((status, "Tempo gave no usable answer.", fault), (answered, Text(body, "title"), Text(body, "fault")));
                Assert.DoesNotContain("hunter2", body.GetRawText(), StringComparison.Ordinal);
            }
        }
        finally
        {
            traced.Disturbance = null;
        }

        using var page = await portal.Http.GetAsync($"/traces/{TracedPortal.Own}", Cancellation);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Empty(portal.Faults);
        await using var next = await traced.StartAnotherAsync();
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(next, Path)).Status);
    }

    private static Task DisturbAsync(string how, HttpContext context)
    {
        context.Response.ContentType = how == "html" ? "text/html" : "application/json";
        switch (how)
        {
            case "failed":
                context.Response.StatusCode = 500;
                return context.Response.WriteAsync("panic: password=hunter2");
            case "busy":
                (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (429, "1");
                return Task.CompletedTask;
            case "html": return context.Response.WriteAsync("<html>password=hunter2</html>");
            case "half": return context.Response.WriteAsync("""{"trace":{"resourceSpans":[{"scopeSpans":[{"spa""");
            case "slow": return Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted);
            default:
                context.Abort();
                return Task.CompletedTask;
        }
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(RunningPortal portal, string path)
    {
        using var response = await portal.Http.GetAsync(path, Cancellation);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement);
    }

    private static string? Text(JsonElement element, string member) => element.TryGetProperty(member, out var value) ? value.ToString() : null;
}
