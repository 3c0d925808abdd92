using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using RumPortal.Clients.Http;
using RumPortal.Clients.Tempo;
using RumPortal.Clients.Tempo.TraceQl;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>What the client makes of a Tempo that is gone, slow, busy or something else altogether.</summary>
public sealed class TempoFaultTests
{
    private static readonly TraceQuery Query = TraceQuery.Raw("{ status = error }");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int, string, string, BackendFault, string> Answers => new()
    {
        { 200, TempoAnswers.Json, """{"traces":[{"traceID":"1","root""", BackendFault.Malformed, "Tempo sent an answer that cannot be read." },
        { 200, TempoAnswers.Json, """{"traces":[{"traceID":"1","rootServiceName":"\ud800"}]}""", BackendFault.Malformed, "Tempo sent an answer that cannot be read." },
        { 200, TempoAnswers.Json, "\0\u0001garbage", BackendFault.Malformed, "Tempo sent an answer that cannot be read." },
        { 200, TempoAnswers.Json, "", BackendFault.Malformed, "Tempo sent an answer that cannot be read." },
        { 200, "text/html", "<html>Sign in</html>", BackendFault.Malformed, "Tempo sent an answer that cannot be read." },
        { 302, "text/html", "<html>Moved</html>", BackendFault.Unauthorized, "Tempo's address leads elsewhere, as that of a sign-in page does." },
        { 400, "text/plain", "invalid TraceQL query: parse error at line 1, col 27: syntax error: unexpected }", BackendFault.BadQuery, "Tempo could not read the query." },
        { 404, "text/plain", "404 page not found", BackendFault.NotFound, "Tempo does not have this: the address may lack a prefix, or it is an older version." },
        { 502, "text/html", "<html><h1>502 Bad Gateway</h1></html>", BackendFault.ServerError, "Tempo failed with status 502." },
        { 504, "text/plain", "context deadline exceeded", BackendFault.Timeout, "Tempo gave up on the query because it took too long. Choose a shorter time range or more filters." },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answer_OfThisKind_IsThisFault(int status, string contentType, string body, BackendFault fault, string message)
    {
        await using var server = await StubServer.StartAsync(status, body, contentType);
        var failure = await FailureAsync(server.Url);

        Assert.Equal(
            (Backend.Tempo, "search traces", fault, message, "{ status = error }"),
            (failure.Backend, failure.Operation, failure.Fault, failure.Message, failure.Query));
        if (status != 200) Assert.Equal((status, body), (failure.Status, failure.Detail));
    }

    [Fact]
    public async Task Refused_Connection_IsUnreachable()
    {
        var failure = await FailureAsync(new Uri($"http://127.0.0.1:{ClosedPort()}"));

        Assert.Equal((BackendFault.Unreachable, "Tempo cannot be reached."), (failure.Fault, failure.Message));
    }

    [Fact]
    public async Task Silence_AfterTheRequest_IsATimeout()
    {
        await using var server = await StubServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        await using var clients = new TempoClients(server.Url, ("Timeout", "00:00:01"));

        var failure = await Assert.ThrowsAsync<BackendException>(() => clients.Tempo.TraceAsync(TempoAnswers.Id, TempoAnswers.Hour, Cancellation));

        Assert.Equal((BackendFault.Timeout, "Tempo did not answer within 1 s."), (failure.Fault, failure.Message));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(429, "job queue full")]
    [InlineData(503, "")]
    public async Task Server_ThatIsBusy_IsAskedOnceMore(int status, string text)
    {
        var calls = 0;
        await using var server = await StubServer.StartAsync(context =>
            Interlocked.Increment(ref calls) == 1 ? TempoAnswers.RefuseAsync(context, status, text) : context.Response.WriteAsync("""{"traces":[]}"""));
        await using var clients = new TempoClients(server.Url);

        Assert.Empty((await clients.Tempo.SearchAsync(Query, new TraceSearch(TempoAnswers.Hour, 20, 3), Cancellation)).Traces);
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task Server_ThatStaysBusy_SaysSo()
    {
        await using var server = await StubServer.StartAsync(429, "job queue full", "text/plain");
        var failure = await FailureAsync(server.Url);

        Assert.Equal((BackendFault.RateLimited, "Tempo is busy and asks for fewer queries."), (failure.Fault, failure.Message));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Answer_BeyondTheBound_IsCutOff()
    {
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentType = TempoAnswers.Protobuf;
            var part = new byte[1 << 20];
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(part, context.RequestAborted);
        });
        await using var clients = new TempoClients(server.Url);

        var failure = await Assert.ThrowsAsync<BackendException>(() => clients.Tempo.TraceAsync(TempoAnswers.Id, null, Cancellation));

        Assert.Equal((BackendFault.TooLarge, "Tempo sent an answer of more than 128 MB."), (failure.Fault, failure.Message));
    }

    [Fact]
    public async Task Client_WithoutAnAddress_SaysWhatToSet()
    {
        await using var clients = new TempoClients(null);
        var tempo = clients.Tempo;

        Assert.False(tempo.IsConfigured);
        Func<Task>[] calls =
        [
            () => tempo.TraceAsync(TempoAnswers.Id, null, Cancellation), () => tempo.SearchAsync(Query, new TraceSearch(TempoAnswers.Hour, 1, 1), Cancellation),
            () => tempo.TagsAsync(null, TempoAnswers.Hour, Cancellation), () => tempo.BuildInfoAsync(Cancellation), () => tempo.CheckReadyAsync(Cancellation),
        ];
        foreach (var call in calls)
        {
            var failure = await Assert.ThrowsAsync<BackendException>(call);
            Assert.Equal((BackendFault.NotFound, "No Tempo is configured. Set Backends:Tempo:Url."), (failure.Fault, failure.Message));
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
        await using var clients = new TempoClients(server.Url);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => clients.Tempo.TraceAsync(TempoAnswers.Id, TempoAnswers.Hour, cancelled.Token));
    }

    private static async Task<BackendException> FailureAsync(Uri url)
    {
        await using var clients = new TempoClients(url);
        return await Assert.ThrowsAsync<BackendException>(() => clients.Tempo.SearchAsync(Query, new TraceSearch(TempoAnswers.Hour, 20, 3), Cancellation));
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
