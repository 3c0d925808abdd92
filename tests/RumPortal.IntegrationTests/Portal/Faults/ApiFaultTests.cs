using System.Net;
using System.Net.Sockets;
using RumPortal.Clients.Http;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Faults;

/// <summary>
/// Every way in which Loki may fail, at every reader of the API: the answer says what is with whom, the portal lives, healing brings data.
/// </summary>
public sealed class ApiFaultTests(RecordedPortal recorded) : IClassFixture<RecordedPortal>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private const string Unreadable = "Loki sent an answer that cannot be read.";
    private const string Unreachable = "Loki cannot be reached.";

    private const string List = $"/api/v1/sessions?{RecordedPortal.Range}&limit=2";

    private static readonly string Session = $"/api/v1/sessions/shop-web/{RecordedSessions.LongestOf("shop-web")}?{RecordedPortal.Range}";

    private static readonly string[] Paths = [$"/api/v1/apps?{RecordedPortal.Range}", List, Session];

    private readonly LokiFaultSwitch _loki = new(recorded.Sandbox.Urls.Loki);

    /// <summary>What the sandbox's Loki does; then the API's status, and how its problem names and explains the fault.</summary>
    public static TheoryData<string, HttpStatusCode, BackendFault, string> Faults => new()
    {
        { """{"latencyMs": 600000}""", HttpStatusCode.GatewayTimeout, BackendFault.Timeout, "Loki did not answer within 2 s." },
        { """{"dripBytesPerSecond": 1}""", HttpStatusCode.GatewayTimeout, BackendFault.Timeout, "Loki did not answer within 2 s." },
        {
            """{"status": 504, "body": "request timed out, password=hunter2"}""", HttpStatusCode.GatewayTimeout, BackendFault.Timeout,
            "Loki gave up on the query because it took too long. Choose a shorter time range or more filters."
        },
        {
            """{"status": 429, "retryAfterSeconds": 1, "body": "password=hunter2"}""", HttpStatusCode.ServiceUnavailable,
            BackendFault.RateLimited, "Loki is busy and asks for fewer queries."
        },
        {
            """{"status": 500, "body": "panic at 10.1.2.3: password=hunter2"}""", HttpStatusCode.BadGateway,
            BackendFault.ServerError, "Loki failed with status 500."
        },
        { """{"status": 503}""", HttpStatusCode.BadGateway, BackendFault.ServerError, "Loki failed with status 503." },
        {
            """{"status": 400, "body": "maximum number of series (500) reached for a single query, password=hunter2"}""",
            HttpStatusCode.UnprocessableEntity, BackendFault.TooManySeries,
            "The answer would have more series than Loki allows. Group by fewer keys or narrow the filters."
        },
        {
            """{"status": 401, "body": "password=hunter2"}""", HttpStatusCode.BadGateway,
            BackendFault.Unauthorized, "Loki does not accept the portal's credentials."
        },
        {
            """{"status": 200, "body": "<html><body>password=hunter2</body></html>", "contentType": "text/html; charset=utf-8"}""",
            HttpStatusCode.BadGateway, BackendFault.Malformed, Unreadable
        },
        { """{"garbage": true}""", HttpStatusCode.BadGateway, BackendFault.Malformed, Unreadable },
        { """{"cutAfterBytes": 40}""", HttpStatusCode.BadGateway, BackendFault.Malformed, Unreadable },
        { """{"dropConnection": true}""", HttpStatusCode.BadGateway, BackendFault.Unreachable, Unreachable },
        { """{"cutAfterBytes": 40, "dropConnection": true}""", HttpStatusCode.BadGateway, BackendFault.Unreachable, Unreachable },
    };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _loki.HealAsync();
        _loki.Dispose();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Api_LokiFails_SaysSoAndComesBack(string behaviour, HttpStatusCode status, BackendFault fault, string detail)
    {
        TimeSpan? timeout = fault == BackendFault.Timeout ? TimeSpan.FromSeconds(2) : null;
        await using var portal = await recorded.StartAnotherAsync(recorded.Sandbox.Urls.Loki, timeout);
        await _loki.BreakAsync(behaviour);

        foreach (var path in Paths) AssertProblem(await ApiAnswer.OfAsync(portal, path), status, fault, detail);
        foreach (var path in (string[])["/", "/sessions", "/livez", "/readyz"])
        {
            using var response = await portal.Http.GetAsync(path, Cancellation);
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

        foreach (var path in Paths)
            AssertProblem(await ApiAnswer.OfAsync(portal, path), HttpStatusCode.BadGateway, BackendFault.Unreachable, Unreachable);
        Assert.Empty(portal.Faults);
    }

    [Fact]
    public async Task Api_LokiBusyForAMoment_AnswersAsIfNothingHadBeen()
    {
        await using var portal = await recorded.StartAnotherAsync(recorded.Sandbox.Urls.Loki);
        await _loki.BreakAsync("""{"status": 429, "retryAfterSeconds": 1, "count": 1}""");

        var answer = await ApiAnswer.OfAsync(portal, List);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("True", answer.Text("complete"));
    }

    [Fact]
    public async Task Api_LokiKeepsFailing_LeavesItAloneAndSaysForHowLong()
    {
        await using var portal = await recorded.StartAnotherAsync(recorded.Sandbox.Urls.Loki);
        await _loki.BreakAsync("""{"status": 500}""");

        var answers = new List<ApiAnswer>();
        for (var i = 0; i < 15; i++) answers.Add(await ApiAnswer.OfAsync(portal, List));

        Assert.InRange(await _loki.HitsAsync(), 5, 8);
        const string HeldBack = "Loki failed repeatedly; calls are held back for a few seconds.";
        var last = answers.Last(answer => answer.Text("fault") != nameof(BackendFault.ServerError));
        AssertProblem(last, HttpStatusCode.BadGateway, BackendFault.Unreachable, HeldBack);
        Assert.InRange(last.RetryAfter ?? TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Api_ReaderGoesAway_IsNoFault()
    {
        await using var portal = await recorded.StartAnotherAsync(recorded.Sandbox.Urls.Loki);
        await _loki.BreakAsync("""{"latencyMs": 600000}""");
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var asked = portal.Http.GetAsync(List, leaving.Token);
        await _loki.WaitForHitAsync();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);

        await _loki.HealAsync();
        await AssertHealedAsync(portal, List);
        Assert.Empty(portal.Faults);
    }

    private static void AssertProblem(ApiAnswer answer, HttpStatusCode status, BackendFault fault, string detail)
    {
        Assert.Equal((status, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Equal(("Loki gave no usable answer.", detail), (answer.Text("title"), answer.Text("detail")));
        Assert.Equal(("Loki", fault.ToString()), (answer.Text("backend"), answer.Text("fault")));
        Assert.DoesNotContain("hunter2", answer.Body.GetRawText(), StringComparison.Ordinal);
        if (status == HttpStatusCode.ServiceUnavailable) Assert.Equal(TimeSpan.FromSeconds(1), answer.RetryAfter);
    }

    // A reader tries again, too: on a busy machine two seconds may pass without a fault.
    private static async Task AssertHealedAsync(RunningPortal portal, string path)
    {
        ApiAnswer? answer = null;
        for (var tries = 0; tries < 4 && answer?.Text("complete") != "True"; tries++) answer = await ApiAnswer.OfAsync(portal, path);
        Assert.True(answer is { Status: HttpStatusCode.OK } && answer.Text("complete") == "True", $"{path}: {answer}");
        var member = path.Contains("/sessions/", StringComparison.Ordinal) ? "events" : "items";
        Assert.NotEmpty(answer.Body.GetProperty(member).EnumerateArray());
    }

    private static Uri ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
    }
}
