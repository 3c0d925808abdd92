using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using RumPortal.Clients.Http;
using RumPortal.Clients.Prometheus.PromQl;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>What the client makes of a Prometheus that is gone, slow, busy, not ready or something else altogether.</summary>
public sealed class PrometheusFaultTests
{
    private const string Json = "application/json";

    private static readonly PromQuery Query = new PromQuery.Latest(new SeriesSelector("up"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int, string, string, BackendFault, string> Answers => new()
    {
        { 200, Json, """{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"val""", BackendFault.Malformed, "Prometheus sent an answer that cannot be read." },
        { 200, Json, """{"status":"success","data":{"resultType":"vector","result":[{"metric":{"a":"\ud800"},"value":[1,"1"]}]}}""", BackendFault.Malformed, "Prometheus sent an answer that cannot be read." },
        { 200, Json, "\0\u0001garbage", BackendFault.Malformed, "Prometheus sent an answer that cannot be read." },
        { 200, Json, "", BackendFault.Malformed, "Prometheus sent an answer that cannot be read." },
        { 200, "text/html", "<html>Sign in</html>", BackendFault.Malformed, "Prometheus sent an answer that cannot be read." },
        { 302, "text/html", "<html>Moved</html>", BackendFault.Unauthorized, "Prometheus's address leads elsewhere, as that of a sign-in page does." },
        { 400, Json, """{"status":"error","errorType":"bad_data","error":"invalid parameter \"query\": 1:5: parse error: unexpected end of input"}""", BackendFault.BadQuery, "Prometheus could not read the query." },
        { 401, "text/plain", "no org id", BackendFault.Unauthorized, "Prometheus wants a tenant. Set Backends:Prometheus:Tenant." },
        { 404, "text/plain", "404 page not found", BackendFault.NotFound, "Prometheus does not have this: the address may lack a prefix, or it is an older version." },
        { 422, Json, """{"status":"error","errorType":"execution","error":"query processing would load too many samples into memory in query execution"}""", BackendFault.LimitExceeded, "The query would read more data than Prometheus allows. Choose a shorter time range or more filters." },
        { 502, "text/html", "<html><h1>502 Bad Gateway</h1></html>", BackendFault.ServerError, "Prometheus failed with status 502." },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answer_OfThisKind_IsThisFault(int status, string contentType, string body, BackendFault fault, string message)
    {
        await using var server = await StubServer.StartAsync(status, body, contentType);
        var failure = await FailureAsync(server.Url);

        Assert.Equal((Backend.Prometheus, "query", fault, message, "up"), (failure.Backend, failure.Operation, failure.Fault, failure.Message, failure.Query));
        if (status != 200) Assert.Equal((status, body), (failure.Status, failure.Detail));
    }

    [Fact]
    public async Task Refused_Connection_IsUnreachable()
    {
        var failure = await FailureAsync(new Uri($"http://127.0.0.1:{ClosedPort()}"));

        Assert.Equal((BackendFault.Unreachable, "Prometheus cannot be reached."), (failure.Fault, failure.Message));
    }

    [Fact]
    public async Task Silence_AfterTheRequest_IsATimeout()
    {
        await using var server = await StubServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        var failure = await FailureAsync(server.Url, ("Timeout", "00:00:01"));

        // Queries get three times as long.
        Assert.Equal((BackendFault.Timeout, "Prometheus did not answer within 3 s."), (failure.Fault, failure.Message));
    }

    [Fact]
    public async Task Server_ThatIsNotReady_IsAskedOnceMore()
    {
        var calls = 0;
        await using var server = await StubServer.StartAsync(context =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref calls) == 1 ? 503 : 200;
            context.Response.ContentType = context.Response.StatusCode == 200 ? Json : "text/plain; charset=utf-8";
            return context.Response.WriteAsync(context.Response.StatusCode == 200 ? """{"status":"success","data":{"resultType":"vector","result":[]}}""" : "Service Unavailable");
        });
        await using var clients = new PrometheusClients(server.Url);

        Assert.Empty((await clients.Prometheus.QueryAsync(Query, KitDensity.Range.To, Cancellation)).Series);
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task Query_ThatTakesTooLong_IsNotAskedAgain()
    {
        await using var server = await StubServer.StartAsync(503, """{"status":"error","errorType":"timeout","error":"query timed out in expression evaluation"}""");
        var failure = await FailureAsync(server.Url);

        Assert.Equal((BackendFault.Timeout, 503), (failure.Fault, failure.Status));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Answer_BeyondTheBound_IsCutOff()
    {
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentType = Json;
            var part = new byte[1 << 20];
            Array.Fill(part, (byte)' ');
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(part, context.RequestAborted);
        });

        Assert.Equal(BackendFault.TooLarge, (await FailureAsync(server.Url)).Fault);
    }

    [Fact]
    public async Task Client_WithoutAnAddress_SaysWhatToSet()
    {
        await using var clients = new PrometheusClients(null);
        var prometheus = clients.Prometheus;

        Assert.False(prometheus.IsConfigured);
        foreach (var call in new Func<Task>[] { () => prometheus.QueryAsync(Query, KitDensity.Range.To, Cancellation), () => prometheus.CheckReadyAsync(Cancellation), () => prometheus.RulesAsync(Cancellation) })
        {
            var failure = await Assert.ThrowsAsync<BackendException>(call);
            Assert.Equal((BackendFault.NotFound, "No Prometheus is configured. Set Backends:Prometheus:Url."), (failure.Fault, failure.Message));
        }
    }

    [Fact]
    public async Task Cancellation_ByTheCaller_StaysOne()
    {
        using var cancelled = new CancellationTokenSource();
        await using var server = await StubServer.StartAsync(async context =>
        {
            await cancelled.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await using var clients = new PrometheusClients(server.Url);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => clients.Prometheus.QueryAsync(Query, KitDensity.Range.To, cancelled.Token));
    }

    private static async Task<BackendException> FailureAsync(Uri url, params (string Key, string Value)[] settings)
    {
        await using var clients = new PrometheusClients(url, null, settings);
        return await Assert.ThrowsAsync<BackendException>(() => clients.Prometheus.QueryAsync(Query, KitDensity.Range.To, Cancellation));
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
