using System.Net;
using System.Net.Sockets;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Faults;

/// <summary>Every way in which Loki may fail, at every reader of the API: the answer says what is with whom, the portal lives, and healing brings data.</summary>
public sealed class ApiFaultTests(RecordedPortal recorded) : IClassFixture<RecordedPortal>, IAsyncLifetime
{
    private const string Secret = "panic at 10.1.2.3: password=hunter2";

    private static readonly string[] Paths =
        [$"/api/v1/apps?{RecordedPortal.Range}", $"/api/v1/sessions?{RecordedPortal.Range}&limit=2", $"/api/v1/sessions/shop-web/{RecordedSessions.LongestOf("shop-web")}?{RecordedPortal.Range}"];

    private readonly LokiFaultSwitch _loki = new(recorded.Sandbox.Urls.Loki);

    public static TheoryData<string, HttpStatusCode, string, string> Faults => new()
    {
        { """{"latencyMs": 600000}""", HttpStatusCode.GatewayTimeout, "Timeout", "Loki did not answer within 2 s." },
        { """{"dripBytesPerSecond": 1}""", HttpStatusCode.GatewayTimeout, "Timeout", "Loki did not answer within 2 s." },
        { $$"""{"status": 504, "body": "request timed out, {{Secret}}"}""", HttpStatusCode.GatewayTimeout, "Timeout", "Loki gave up on the query because it took too long. Choose a shorter time range or more filters." },
        { $$"""{"status": 429, "retryAfterSeconds": 1, "body": "{{Secret}}"}""", HttpStatusCode.ServiceUnavailable, "RateLimited", "Loki is busy and asks for fewer queries." },
        { $$"""{"status": 500, "body": "{{Secret}}"}""", HttpStatusCode.BadGateway, "ServerError", "Loki failed with status 500." },
        { $$"""{"status": 503, "body": "{{Secret}}"}""", HttpStatusCode.BadGateway, "ServerError", "Loki failed with status 503." },
        { $$"""{"status": 400, "body": "maximum number of series (500) reached for a single query {{Secret}}"}""", HttpStatusCode.UnprocessableEntity, "TooManySeries", "The answer would have more series than Loki allows. Group by fewer keys or narrow the filters." },
        { $$"""{"status": 401, "body": "{{Secret}}"}""", HttpStatusCode.BadGateway, "Unauthorized", "Loki does not accept the portal's credentials." },
        { $$"""{"status": 200, "body": "<html><body>{{Secret}}</body></html>", "contentType": "text/html; charset=utf-8"}""", HttpStatusCode.BadGateway, "Malformed", "Loki sent an answer that cannot be read." },
        { """{"garbage": true}""", HttpStatusCode.BadGateway, "Malformed", "Loki sent an answer that cannot be read." },
        { """{"cutAfterBytes": 40}""", HttpStatusCode.BadGateway, "Malformed", "Loki sent an answer that cannot be read." },
        { """{"dropConnection": true}""", HttpStatusCode.BadGateway, "Unreachable", "Loki cannot be reached." },
        { """{"cutAfterBytes": 40, "dropConnection": true}""", HttpStatusCode.BadGateway, "Unreachable", "Loki cannot be reached." },
    };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _loki.HealAsync();
        _loki.Dispose();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Api_LokiFails_SaysSoAndComesBack(string fault, HttpStatusCode status, string name, string detail)
    {
        await using var portal = await recorded.StartAnotherAsync(recorded.Sandbox.Urls.Loki, TimeSpan.FromSeconds(2));
        await _loki.BreakAsync(fault);

        foreach (var path in Paths) AssertProblem(await ApiAnswer.OfAsync(portal, path), status, name, detail);
        foreach (var path in (string[])["/", "/sessions", "/livez", "/readyz"])
        {
            using var response = await portal.Http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal((path, HttpStatusCode.OK), (path, response.StatusCode));
        }

        await _loki.HealAsync();
        foreach (var path in Paths) await AssertHealedAsync(portal, path);
        Assert.Empty(portal.Faults);
    }

    [Fact]
    public async Task Api_LokiRefusesConnections_SaysSoAtOnce()
    {
        await using var portal = await recorded.StartAnotherAsync(ClosedPort());

        foreach (var path in Paths) AssertProblem(await ApiAnswer.OfAsync(portal, path), HttpStatusCode.BadGateway, "Unreachable", "Loki cannot be reached.");
        Assert.Empty(portal.Faults);
    }

    [Fact]
    public async Task Api_LokiBusyForAMoment_AnswersAsIfNothingHadBeen()
    {
        await using var portal = await recorded.StartAnotherAsync(recorded.Sandbox.Urls.Loki);
        await _loki.BreakAsync("""{"status": 429, "retryAfterSeconds": 1, "count": 1}""");

        var answer = await ApiAnswer.OfAsync(portal, Paths[1]);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("True", answer.Text("complete"));
    }

    [Fact]
    public async Task Api_LokiKeepsFailing_LeavesItAloneAndSaysForHowLong()
    {
        await using var portal = await recorded.StartAnotherAsync(recorded.Sandbox.Urls.Loki);
        await _loki.BreakAsync("""{"status": 500}""");

        var answers = new List<ApiAnswer>();
        for (var i = 0; i < 15; i++) answers.Add(await ApiAnswer.OfAsync(portal, Paths[1]));

        Assert.InRange(await _loki.HitsAsync(), 5, 8);
        AssertProblem(answers[^1], HttpStatusCode.BadGateway, "Unreachable", "Loki failed repeatedly; calls are held back for a few seconds.");
        Assert.InRange(answers[^1].RetryAfter ?? TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Api_ReaderGoesAway_IsNoFault()
    {
        await using var portal = await recorded.StartAnotherAsync(recorded.Sandbox.Urls.Loki);
        await _loki.BreakAsync("""{"latencyMs": 600000}""");
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var asked = portal.Http.GetAsync(Paths[1], leaving.Token);
        await _loki.WaitForHitAsync();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);

        await _loki.HealAsync();
        await AssertHealedAsync(portal, Paths[1]);
        Assert.Empty(portal.Faults);
    }

    private static void AssertProblem(ApiAnswer answer, HttpStatusCode status, string fault, string detail)
    {
        Assert.Equal((status, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Equal(("Loki gave no usable answer.", "Loki", fault, detail), (answer.Text("title"), answer.Text("backend"), answer.Text("fault"), answer.Text("detail")));
        Assert.DoesNotContain("hunter2", answer.Body.GetRawText(), StringComparison.Ordinal);
        if (status == HttpStatusCode.ServiceUnavailable) Assert.Equal(TimeSpan.FromSeconds(1), answer.RetryAfter);
    }

    // A reader tries again, too: on a busy machine two seconds may pass without a fault.
    private static async Task AssertHealedAsync(RunningPortal portal, string path)
    {
        ApiAnswer? answer = null;
        for (var tries = 0; tries < 4 && answer?.Status != HttpStatusCode.OK; tries++) answer = await ApiAnswer.OfAsync(portal, path);
        Assert.True(answer?.Status == HttpStatusCode.OK, $"{path}: {answer}");
        Assert.NotEmpty(answer.Body.GetProperty(path.Contains("/sessions/", StringComparison.Ordinal) ? "events" : "items").EnumerateArray());
        Assert.Equal("True", answer.Text("complete"));
    }

    private static Uri ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
    }
}
