using System.Net;

namespace RumPortal.IntegrationTests.Sandbox.DemoShop;

public sealed class ShopTracingTests(RunningShop shop) : IClassFixture<RunningShop>
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";
    private const string ParentId = "b7ad6b7169203331";

    [Fact]
    public async Task Request_WithTraceparent_IsAnsweredWithASpanOfThatTrace()
    {
        var timing = await ServerTimingAsync($"00-{TraceId}-{ParentId}-01");

        Assert.Matches($"^traceparent;desc=\"00-{TraceId}-[0-9a-f]{{16}}-01\"$", timing);
        Assert.DoesNotContain(ParentId, timing);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    [InlineData($"00-00000000000000000000000000000000-{ParentId}-01")]
    [InlineData($"00-{TraceId}-0000000000000000-01")]
    public async Task Request_WithoutAUsableTraceparent_BeginsATrace(string? traceparent)
    {
        var timing = await ServerTimingAsync(traceparent);

        Assert.Matches("^traceparent;desc=\"00-[0-9a-f]{32}-[0-9a-f]{16}-01\"$", timing);
        Assert.DoesNotContain(TraceId, timing);
    }

    [Fact]
    public async Task Request_OfAnUnsampledCaller_LeavesNoSpan()
    {
        var before = await shop.FinishedSpansAsync("shop-api");

        var timing = await ServerTimingAsync($"00-{TraceId}-{ParentId}-00");

        Assert.Matches($"^traceparent;desc=\"00-{TraceId}-[0-9a-f]{{16}}-00\"$", timing);
        Assert.Equal(before, await shop.FinishedSpansAsync("shop-api"));
    }

    [Fact]
    public async Task Request_Sampled_IsCountedAsOneSpan()
    {
        var before = await shop.FinishedSpansAsync("shop-api");

        await ServerTimingAsync(null);

        Assert.Equal(before + 1, await EventuallyAsync(() => shop.FinishedSpansAsync("shop-api"), count => count > before));
    }

    [Fact]
    public async Task Document_Loaded_NamesItsSpanAndIsCounted()
    {
        var before = await shop.FinishedSpansAsync("shop-pages");

        using var response = await shop.Pages.GetAsync("/cart", TestContext.Current.CancellationToken);

        Assert.Matches("^traceparent;desc=\"00-[0-9a-f]{32}-[0-9a-f]{16}-01\"$", response.Headers.GetValues("Server-Timing").Single());
        Assert.Equal(before + 1, await EventuallyAsync(() => shop.FinishedSpansAsync("shop-pages"), count => count > before));
    }

    [Fact]
    public async Task Preflight_FromTheShop_AllowsTraceHeaders()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/orders");
        request.Headers.Add("Origin", "http://127.0.0.1:5090");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type,traceparent");

        using var response = await shop.Api.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("traceparent", response.Headers.GetValues("Access-Control-Allow-Headers").Single());
    }

    [Theory]
    [InlineData("/api/products/brass-pen")]
    [InlineData("/api/products/unknown")]
    public async Task Answer_OfEveryKind_LetsTheBrowserSeeItsTiming(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Origin", "http://127.0.0.1:5090");

        using var response = await shop.Api.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("*", response.Headers.GetValues("Timing-Allow-Origin").Single());
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    private async Task<string> ServerTimingAsync(string? traceparent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/trouble/slow?seconds=0");
        if (traceparent is not null) request.Headers.TryAddWithoutValidation("traceparent", traceparent);
        // The client of this test would write a header of its own.
        using var client = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = shop.Api.BaseAddress };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.Headers.GetValues("Server-Timing").Single();
    }

    // A span ends after its answer has left.
    private static async Task<long> EventuallyAsync(Func<Task<long>> read, Func<long, bool> enough)
    {
        var count = await read();
        for (var attempt = 0; attempt < 100 && !enough(count); attempt++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            count = await read();
        }

        return count;
    }
}
