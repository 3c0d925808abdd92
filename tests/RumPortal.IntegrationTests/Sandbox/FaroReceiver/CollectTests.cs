using System.IO.Compression;
using System.Net;
using System.Text;
using RumPortal.Sandbox.FaroReceiver;

namespace RumPortal.IntegrationTests.Sandbox.FaroReceiver;

public sealed class CollectTests
{
    private const string OneLog = """{"meta":{"app":{"name":"shop-web","environment":"production"}},"logs":[{"message":"hi"}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Payload_OfTheSdk_IsAnswered202AndArrivesInLoki()
    {
        await using var receiver = await RunningReceiver.StartAsync();

        using var response = await receiver.CollectAsync(OneLog);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("ok", await response.Content.ReadAsStringAsync(Token));
        var stored = Assert.Single(await receiver.StoredAsync());
        Assert.Equal("""{"app_environment":"production","app_name":"shop-web","kind":"log"}""", stored.Stream);
        Assert.Equal(
            "timestamp=\"0001-01-01 00:00:00 +0000 UTC\" kind=log message=hi app_name=shop-web app_environment=production browser_mobile=false",
            stored.Line);
    }

    [Theory]
    [InlineData("POST", "/collect/x", HttpStatusCode.NotFound, "404 page not found\n")]
    [InlineData("POST", "/collect/", HttpStatusCode.NotFound, "404 page not found\n")]
    [InlineData("POST", "/Collect", HttpStatusCode.NotFound, "404 page not found\n")]
    [InlineData("GET", "/", HttpStatusCode.NotFound, "404 page not found\n")]
    [InlineData("GET", "/collect", HttpStatusCode.MethodNotAllowed, "")]
    [InlineData("PUT", "/collect", HttpStatusCode.MethodNotAllowed, "")]
    [InlineData("GET", "/-/ready", HttpStatusCode.OK, "ready")]
    [InlineData("POST", "/-/ready", HttpStatusCode.OK, "ready")]
    public async Task Route_OfAnyMethod_IsAnsweredLikeAlloy(string method, string path, HttpStatusCode status, string body)
    {
        await using var receiver = await RunningReceiver.StartAsync();

        using var response = await receiver.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Token);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task BrokenBody_WithAWrongKey_Is400BecauseItIsDecodedFirst()
    {
        await using var receiver = await RunningReceiver.StartAsync(o => o with { ApiKey = "secret", MaxAllowedPayloadSize = 10 });

        using var broken = await receiver.CollectAsync("{", ("x-api-key", "wrong"));
        using var unauthorised = await receiver.CollectAsync(OneLog);
        using var tooLarge = await receiver.CollectAsync(OneLog, ("x-api-key", "secret"));
        using var accepted = await receiver.CollectAsync("{}", ("X-API-Key", "secret"));

        Assert.Equal((HttpStatusCode.BadRequest, "unexpected EOF\n"), await AnswerAsync(broken));
        Assert.Equal((HttpStatusCode.Unauthorized, "API key not provided or incorrect\n"), await AnswerAsync(unauthorised));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "Request Entity Too Large\n"), await AnswerAsync(tooLarge));
        Assert.Equal((HttpStatusCode.Accepted, "ok"), await AnswerAsync(accepted));
        Assert.Empty(await receiver.StoredAsync());
    }

    [Fact]
    public async Task Body_InChunks_IsNotHeldToTheLimitOfContentLength()
    {
        await using var receiver = await RunningReceiver.StartAsync(o => o with { MaxAllowedPayloadSize = 10 });

        using var response = await receiver.CollectAsync(new StreamContent(new ChunkedText(OneLog)));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Single(await receiver.StoredAsync());
    }

    [Fact]
    public async Task Body_BeyondTheBuffer_Is413()
    {
        await using var receiver = await RunningReceiver.StartAsync(o => o with { MaxBufferedBody = 64 * 1024 });

        using var plain = await receiver.CollectAsync(new StreamContent(new ChunkedText(new string(' ', 100_000))));
        using var bomb = await receiver.CollectAsync(Gzipped(new string(' ', 10_000_000)), ("Content-Encoding", "gzip"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, plain.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, bomb.StatusCode);
    }

    [Fact]
    public async Task Body_Gzipped_IsUnpacked()
    {
        await using var receiver = await RunningReceiver.StartAsync();

        using var gzipped = await receiver.CollectAsync(Gzipped(OneLog), ("Content-Encoding", "gzip"));
        using var notGzipped = await receiver.CollectAsync(OneLog, ("Content-Encoding", "gzip"));
        using var otherCase = await receiver.CollectAsync(OneLog, ("Content-Encoding", "GZIP"));
        using var empty = await receiver.CollectAsync("", ("Content-Encoding", "gzip"));

        Assert.Equal(HttpStatusCode.Accepted, gzipped.StatusCode);
        Assert.Equal((HttpStatusCode.BadRequest, "gzip: invalid header\n"), await AnswerAsync(notGzipped));
        Assert.Equal(HttpStatusCode.Accepted, otherCase.StatusCode);
        Assert.Equal((HttpStatusCode.BadRequest, "EOF\n"), await AnswerAsync(empty));
        Assert.Equal(2, (await receiver.StoredAsync()).Count);
    }

    [Fact]
    public async Task Limit_OfAllApps_IsAskedBeforeTheBody()
    {
        await using var receiver = await RunningReceiver.StartAsync(o => o with { RateLimiting = new() { Rate = 0.001, BurstSize = 2 } });

        using var first = await receiver.CollectAsync(OneLog);
        using var second = await receiver.CollectAsync("{");
        using var third = await receiver.CollectAsync("{");
        using var preflight = await receiver.PreflightAsync("http://shop.test", "content-type");

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Equal((HttpStatusCode.TooManyRequests, "Too Many Requests\n"), await AnswerAsync(third));
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.False(third.Headers.Contains("Retry-After"));
    }

    [Fact]
    public async Task Limit_OfEachApp_CountsEachEnvironmentForItself()
    {
        var limit = new RateLimitingOptions { Strategy = RateLimitStrategy.PerApp, Rate = 0.001, BurstSize = 1 };
        await using var receiver = await RunningReceiver.StartAsync(o => o with { RateLimiting = limit });

        using var first = await receiver.CollectAsync(OneLog);
        using var same = await receiver.CollectAsync(OneLog);
        using var other = await receiver.CollectAsync(OneLog.Replace("production", "staging", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, same.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, other.StatusCode);
        var metrics = await receiver.MetricsAsync();
        Assert.Contains(
            "faro_receiver_rate_limiter_requests_total{component_id=\"faro.receiver.sandbox\",component_path=\"/\",app=\"shop-web\",env=\"production\",allowed=\"false\"} 1\n",
            metrics,
            StringComparison.Ordinal);
        Assert.Contains("faro_receiver_rate_limiter_active_app{component_id=\"faro.receiver.sandbox\",component_path=\"/\"} 2\n", metrics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RateLimitStrategy.Global)]
    [InlineData(RateLimitStrategy.PerApp)]
    public async Task Limit_UsedUp_RefillsEvenlyUpToTheBurst(RateLimitStrategy strategy)
    {
        var time = new ManualTime();
        var limit = new RateLimitingOptions { Strategy = strategy, Rate = 2, BurstSize = 3 };
        await using var receiver = await RunningReceiver.StartAsync(o => o with { RateLimiting = limit }, time);

        Assert.Equal(3, await AcceptedOfTenAsync(receiver));
        time.Advance(TimeSpan.FromSeconds(0.4));
        Assert.Equal(0, await AcceptedOfTenAsync(receiver));
        time.Advance(TimeSpan.FromSeconds(0.7));
        Assert.Equal(2, await AcceptedOfTenAsync(receiver));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(3, await AcceptedOfTenAsync(receiver));
    }

    [Fact]
    public async Task Limit_OfAnIdleApp_IsForgottenAfterTenMinutes()
    {
        var time = new ManualTime();
        await using var receiver = await RunningReceiver.StartAsync(o => o with { RateLimiting = new() { Strategy = RateLimitStrategy.PerApp } }, time);
        for (var i = 0; i < 5; i++) (await receiver.CollectAsync($$$$"""{"meta":{"app":{"name":"app-{{{{i}}}}"}}}""")).Dispose();

        time.Advance(TimeSpan.FromMinutes(11));
        (await receiver.CollectAsync(OneLog)).Dispose();

        Assert.Contains(
            "faro_receiver_rate_limiter_active_app{component_id=\"faro.receiver.sandbox\",component_path=\"/\"} 1\n",
            await receiver.MetricsAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limit_SwitchedOff_LetsEverythingThrough()
    {
        await using var receiver = await RunningReceiver.StartAsync(o => o with { RateLimiting = new() { Enabled = false, BurstSize = 0 } });

        for (var i = 0; i < 5; i++) using (var response = await receiver.CollectAsync("{}")) Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    private static async Task<int> AcceptedOfTenAsync(RunningReceiver receiver)
    {
        var accepted = 0;
        for (var i = 0; i < 10; i++)
        {
            using var response = await receiver.CollectAsync("{}");
            if (response.StatusCode == HttpStatusCode.Accepted) accepted++;
        }

        return accepted;
    }

    private static async Task<(HttpStatusCode, string)> AnswerAsync(HttpResponseMessage response) =>
        (response.StatusCode, await response.Content.ReadAsStringAsync(Token));

    private static ByteArrayContent Gzipped(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return new ByteArrayContent(packed.ToArray());
    }

    private sealed class ManualTime : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 8, 20, 3, 14, 7, TimeSpan.Zero);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => _now;

        public override long GetTimestamp() => _now.Ticks;

        public void Advance(TimeSpan time) => _now += time;
    }

    /// <summary>A stream of unknown length: the client sends it chunked.</summary>
    private sealed class ChunkedText(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;
    }
}
