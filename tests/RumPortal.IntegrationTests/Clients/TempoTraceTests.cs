using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using RumPortal.Clients.Http;
using RumPortal.Testing.Tempo;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>Reading one trace from servers of several versions, and what is made of a missing, a cut and a huge one.</summary>
public sealed class TempoTraceTests
{
    private const string V1 = "/api/traces/00000000000000000af7651916cd43dd";
    private const string V2 = "/api/v2/traces/00000000000000000af7651916cd43dd";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_ForATrace_AsksForProtobufInAWideWindow()
    {
        await using var server = await StubServer.StartAsync(context => TempoAnswers.SendAsync(context, OtlpProtobuf.Response(TempoAnswers.Trace(3))));
        await using var clients = new TempoClients(new Uri(server.Url, "prefix/"), ("Tenant", "team-a"), ("BearerToken", "secret"));

        var answer = await clients.Tempo.TraceAsync(TempoAnswers.Id, TempoAnswers.Hour, Cancellation);

        var request = server.Requests.Single();
        Assert.Equal(("GET", "/prefix" + V2), (request.Method, request.Path));
        Assert.Equal(new Dictionary<string, string> { ["start"] = "1759996400", ["end"] = "1760007200" }, request.Parameters);
        Assert.Equal(("team-a", "Bearer secret", "gzip"), (request.Headers["X-Scope-OrgID"], request.Headers["Authorization"], request.Headers["Accept-Encoding"]));
        Assert.StartsWith("application/protobuf", request.Headers["Accept"], StringComparison.Ordinal);
        Assert.Equal(TraceText.Of(TempoAnswers.Trace(3)), TraceText.Of(answer.Trace));
        Assert.Null(answer.CutShort);
        Assert.Equal(
            ("Tempo", "Trace by id", "00000000000000000af7651916cd43dd", TempoAnswers.Hour.Widen(TimeSpan.FromHours(1), TimeSpan.FromHours(1))),
            (answer.Executed.Backend, answer.Executed.Language, answer.Executed.Text, answer.Executed.Range));
    }

    [Fact]
    public async Task Trace_OutsideItsWindow_IsFoundWithoutIt()
    {
        await using var server = await StubServer.StartAsync(context =>
            TempoAnswers.SendAsync(context, context.Request.Query.ContainsKey("start") ? new ProtobufMessage() : OtlpProtobuf.Response(TempoAnswers.Trace(1))));
        await using var clients = new TempoClients(server.Url);

        var answer = await clients.Tempo.TraceAsync(TempoAnswers.Id, TempoAnswers.Hour, Cancellation);

        Assert.Equal([2, 0], server.Requests.Select(request => request.Parameters.Count));
        Assert.Single(answer.Trace!.Spans);
        Assert.Null(answer.Executed.Range);
    }

    [Theory]
    [InlineData(TempoAnswers.Protobuf, "")]
    [InlineData(TempoAnswers.Json, """{"trace":{},"metrics":{}}""")]
    [InlineData(TempoAnswers.Json, "{}")]
    public async Task Trace_ThatIsMissing_IsNoFailure(string contentType, string body)
    {
        await using var server = await StubServer.StartAsync(200, body, contentType);
        await using var clients = new TempoClients(server.Url);

        var answer = await clients.Tempo.TraceAsync(TempoAnswers.Id, null, Cancellation);

        Assert.Equal((null, null), (answer.Trace, answer.CutShort));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Trace_OfAServerWithoutVersion2_IsReadFromVersion1()
    {
        await using var server = await StubServer.StartAsync(context => context.Request.Path.StartsWithSegments("/api/v2", StringComparison.Ordinal)
            ? TempoAnswers.RefuseAsync(context, 404, "404 page not found")
            : TempoAnswers.SendAsync(context, OtlpProtobuf.TracesData(TempoAnswers.Trace(2))));
        await using var clients = new TempoClients(server.Url);

        var answer = await clients.Tempo.TraceAsync(TempoAnswers.Id, null, Cancellation);

        Assert.Equal(TraceText.Of(TempoAnswers.Trace(2)), TraceText.Of(answer.Trace));
        Assert.Equal([V2, V1], server.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task Trace_ThatVersion1DoesNotHave_IsMissing()
    {
        await using var server = await StubServer.StartAsync(context =>
            TempoAnswers.RefuseAsync(context, 404, context.Request.Path == V2 ? "404 page not found" : ""));
        await using var clients = new TempoClients(server.Url);

        Assert.Null((await clients.Tempo.TraceAsync(TempoAnswers.Id, null, Cancellation)).Trace);
    }

    [Fact]
    public async Task Address_ThatHasNoTempo_IsNotAMissingTrace()
    {
        await using var server = await StubServer.StartAsync(404, "404 page not found", "text/plain");
        await using var clients = new TempoClients(server.Url);

        var failure = await Assert.ThrowsAsync<BackendException>(() => clients.Tempo.TraceAsync(TempoAnswers.Id, null, Cancellation));

        Assert.Equal(
            (BackendFault.NotFound, "Tempo does not have this: the address may lack a prefix, or it is an older version."),
            (failure.Fault, failure.Message));
    }

    [Theory]
    [InlineData("Trace exceeds maximum size of 5000000 bytes, a partial trace is returned", "Trace exceeds maximum size of 5000000 bytes, a partial trace is returned")]
    [InlineData("", "Tempo gave only a part of the trace.")]
    public async Task Trace_ThatTempoCut_SaysSoInItsWords(string message, string expected)
    {
        await using var server = await StubServer.StartAsync(context => TempoAnswers.SendAsync(context, OtlpProtobuf.Response(TempoAnswers.Trace(2), 1, message)));
        await using var clients = new TempoClients(server.Url);

        var answer = await clients.Tempo.TraceAsync(TempoAnswers.Id, null, Cancellation);

        Assert.Equal((2, expected), (answer.Trace!.Spans.Length, answer.CutShort));
    }

    [Fact]
    public async Task Trace_OfSpansWithoutIds_IsToldFromAMissingOne()
    {
        var message = new ProtobufMessage().Message(1, new ProtobufMessage().Message(1, new ProtobufMessage().Message(2, new ProtobufMessage().Message(2, new ProtobufMessage().Text(5, "x")))));
        await using var server = await StubServer.StartAsync(context => TempoAnswers.SendAsync(context, message));
        await using var clients = new TempoClients(server.Url);

        var answer = await clients.Tempo.TraceAsync(TempoAnswers.Id, TempoAnswers.Hour, Cancellation);

        Assert.Equal((null, "1 span has no usable id."), (answer.Trace, answer.CutShort));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Trace_InAnArchive_IsUnpacked()
    {
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentType = TempoAnswers.Protobuf;
            context.Response.Headers.ContentEncoding = "gzip";
            await using var archive = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await archive.WriteAsync(OtlpProtobuf.Response(TempoAnswers.Trace(50)).ToArray());
        });
        await using var clients = new TempoClients(server.Url);

        Assert.Equal(50, (await clients.Tempo.TraceAsync(TempoAnswers.Id, null, Cancellation)).Trace!.Spans.Length);
    }

    [Fact]
    public async Task Trace_WithValuesOfAMegabyte_IsKeptWhole()
    {
        var trace = TempoAnswers.Trace(3, number => new string((char)('a' + number), 1024 * 1024));
        await using var server = await StubServer.StartAsync(context => TempoAnswers.SendAsync(context, OtlpProtobuf.Response(trace)));
        await using var clients = new TempoClients(server.Url);

        var answer = await clients.Tempo.TraceAsync(TempoAnswers.Id, null, Cancellation);

        Assert.Null(answer.CutShort);
        Assert.Equal(TraceText.Of(trace), TraceText.Of(answer.Trace));
    }

    [Fact]
    public async Task Trace_OfAHundredThousandSpans_IsReadWhole()
    {
        var bytes = OtlpProtobuf.Response(TempoAnswers.Trace(100_000)).ToArray();
        await using var server = await StubServer.StartAsync(context => TempoAnswers.SendAsync(context, bytes, TempoAnswers.Protobuf));
        await using var clients = new TempoClients(server.Url);

        var answer = await clients.Tempo.TraceAsync(TempoAnswers.Id, null, Cancellation);

        Assert.Equal((100_000, null), (answer.Trace!.Spans.Length, answer.CutShort));
    }

    public static TheoryData<int, string, string, BackendFault, string> Faults => new()
    {
        { 200, "text/html", "<html>Sign in</html>", BackendFault.Malformed, "Tempo sent an answer that cannot be read." },
        { 200, TempoAnswers.Protobuf, "<html>Sign in</html>", BackendFault.Malformed, "Tempo sent an answer that cannot be read." },
        { 200, TempoAnswers.Json, """{"trace":{"resourceSpans":[{"scopeSp""", BackendFault.Malformed, "Tempo sent an answer that cannot be read." },
        { 200, TempoAnswers.Json, """{"trace":{"resourceSpans":[{"scopeSpans":[{"spans":[{"spanId":"0000000000000001","name":"\ud800"}]}]}]}}""", BackendFault.Malformed, "Tempo sent an answer that cannot be read." },
        { 200, TempoAnswers.Json, "", BackendFault.Malformed, "Tempo sent an answer that cannot be read." },
        { 302, "text/html", "<html>Moved</html>", BackendFault.Unauthorized, "Tempo's address leads elsewhere, as that of a sign-in page does." },
        { 401, "text/plain", "no org id", BackendFault.Unauthorized, "Tempo wants a tenant. Set Backends:Tempo:Tenant." },
        { 422, "text/plain", "trace exceeds max size (max bytes: 5000000)", BackendFault.TooLarge, "The trace is larger than Tempo gives out. Its operators can raise max_bytes_per_trace." },
        { 504, "text/plain", "context deadline exceeded", BackendFault.Timeout, "Tempo gave up on the query because it took too long. Choose a shorter time range or more filters." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Answer_OfThisKind_IsThisFault(int status, string contentType, string body, BackendFault fault, string message)
    {
        await using var server = await StubServer.StartAsync(status, body, contentType);
        await using var clients = new TempoClients(server.Url);

        var failure = await Assert.ThrowsAsync<BackendException>(() => clients.Tempo.TraceAsync(TempoAnswers.Id, null, Cancellation));

        Assert.Equal((Backend.Tempo, "read trace", fault, message), (failure.Backend, failure.Operation, failure.Fault, failure.Message));
    }

    [Fact]
    public async Task Answer_ThatEndsEarly_IsUnreachable()
    {
        var bytes = OtlpProtobuf.Response(TempoAnswers.Trace(1000)).ToArray();
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        await using var clients = new TempoClients(server.Url);

        var failure = await Assert.ThrowsAsync<BackendException>(() => clients.Tempo.TraceAsync(TempoAnswers.Id, null, Cancellation));

        Assert.Equal((BackendFault.Unreachable, "Tempo cannot be reached."), (failure.Fault, failure.Message));
    }
}
