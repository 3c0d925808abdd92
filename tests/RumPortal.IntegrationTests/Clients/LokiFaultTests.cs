using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using RumPortal.Clients.Http;
using RumPortal.Domain.Querying;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>What the client makes of a Loki that is gone, slow, busy, broken or something else altogether.</summary>
public sealed class LokiFaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refused_Connection_IsUnreachableAtOnce()
    {
        var clock = Stopwatch.StartNew();
        var failure = await FailureAsync(new Uri($"http://127.0.0.1:{ClosedPort()}"));

        Assert.Equal((Backend.Loki, "read lines", BackendFault.Unreachable, null), (failure.Backend, failure.Operation, failure.Fault, failure.Status));
        Assert.Equal("Loki cannot be reached.", failure.Message);
        Assert.Equal("""{app_name="shop-web"}""", failure.Query);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2.5), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task Silence_AfterTheRequest_IsATimeout()
    {
        await using var server = await StubServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        var failure = await FailureAsync(server.Url, ("Timeout", "00:00:01"));

        Assert.Equal(BackendFault.Timeout, failure.Fault);
        Assert.Equal("Loki did not answer within 1 s.", failure.Message);
    }

    [Fact]
    public async Task Body_OfAByteASecond_IsATimeout()
    {
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            foreach (var part in LokiAnswers.WithLines(3))
            {
                await context.Response.WriteAsync($"{part}", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(1000, context.RequestAborted);
            }
        });

        Assert.Equal(BackendFault.Timeout, (await FailureAsync(server.Url, ("Timeout", "00:00:02"))).Fault);
    }

    [Fact]
    public async Task Busy_WithATimeToWait_IsAskedOnceMoreThen()
    {
        var times = new List<long>();
        await using var server = await StubServer.StartAsync(async context =>
        {
            times.Add(Stopwatch.GetTimestamp());
            if (times.Count == 1)
            {
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "1";
                return;
            }
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(LokiAnswers.WithLines(2));
        });
        await using var clients = new LokiClients(server.Url);

        var page = await clients.Loki.ReadPageAsync(LokiAnswers.Lines, Cancellation);

        Assert.Equal(2, page.Records.Count);
        Assert.Equal(2, times.Count);
        Assert.True(Stopwatch.GetElapsedTime(times[0], times[1]) >= TimeSpan.FromSeconds(0.99));
    }

    [Theory]
    [InlineData("31", 1)]
    [InlineData("1", 2)]
    public async Task Busy_ForEver_IsRateLimited(string retryAfter, int calls)
    {
        await using var server = await StubServer.StartAsync(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = retryAfter;
            return context.Response.WriteAsync("too many outstanding requests");
        });

        var failure = await FailureAsync(server.Url);

        Assert.Equal((BackendFault.RateLimited, 429, "too many outstanding requests"), (failure.Fault, failure.Status, failure.Detail));
        Assert.Equal(TimeSpan.FromSeconds(int.Parse(retryAfter, System.Globalization.CultureInfo.InvariantCulture)), failure.RetryAfter);
        Assert.Equal(calls, server.Requests.Count);
    }

    [Fact]
    public async Task Failures_InARow_HoldFurtherCallsBackUntilAProbeSucceeds()
    {
        var isHealthy = false;
        var time = new ShiftedTime();
        await using var server = await StubServer.StartAsync(context =>
        {
            context.Response.StatusCode = isHealthy ? 200 : 429;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(isHealthy ? LokiAnswers.NoLines : "too many outstanding requests");
        });
        await using var clients = new LokiClients(server.Url, time);

        var failures = new List<BackendException>();
        for (var i = 0; i < 30; i++) failures.Add(await Assert.ThrowsAsync<BackendException>(() => clients.Loki.ReadPageAsync(LokiAnswers.Lines, Cancellation)));

        Assert.InRange(server.Requests.Count, 5, 7);
        Assert.Equal((BackendFault.Unreachable, "Loki failed repeatedly; calls are held back for a few seconds."), (failures[^1].Fault, failures[^1].Message));
        Assert.True(failures[^1].RetryAfter is { } wait && wait > TimeSpan.Zero && wait <= TimeSpan.FromSeconds(10));

        var before = server.Requests.Count;
        time.Advance(TimeSpan.FromSeconds(11));
        await Assert.ThrowsAsync<BackendException>(() => clients.Loki.ReadPageAsync(LokiAnswers.Lines, Cancellation));
        await Assert.ThrowsAsync<BackendException>(() => clients.Loki.ReadPageAsync(LokiAnswers.Lines, Cancellation));
        Assert.InRange(server.Requests.Count - before, 1, 2);

        isHealthy = true;
        time.Advance(TimeSpan.FromSeconds(11));
        for (var i = 0; i < 5; i++) await clients.Loki.ReadPageAsync(LokiAnswers.Lines, Cancellation);
    }

    [Fact]
    public async Task Failures_OfSomeCalls_AreRepeatedWithinTheBudget()
    {
        var calls = 0;
        await using var server = await StubServer.StartAsync(context =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref calls) % 10 is 1 or 4 or 7 ? 500 : 200;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(LokiAnswers.NoLines);
        });
        await using var clients = new LokiClients(server.Url);

        var failed = 0;
        for (var i = 0; i < 60; i++)
        {
            try
            {
                await clients.Loki.ReadPageAsync(LokiAnswers.Lines, Cancellation);
            }
            catch (BackendException failure) when (failure.Fault == BackendFault.ServerError)
            {
                failed++;
            }
        }

        Assert.InRange(server.Requests.Count - 60, 1, 6);
        Assert.InRange(failed, 5, 18);
    }

    [Theory]
    [InlineData(400, "parse error at line 1, col 13: syntax error", BackendFault.BadQuery)]
    [InlineData(400, "maximum number of series (500) reached for a single query", BackendFault.TooManySeries)]
    [InlineData(401, "no org id", BackendFault.Unauthorized)]
    [InlineData(404, "404 page not found", BackendFault.NotFound)]
    [InlineData(504, "request timed out, decrease the duration of the request", BackendFault.Timeout)]
    [InlineData(302, "", BackendFault.Unauthorized)]
    public async Task Refusal_OfACall_IsNotRepeated(int status, string text, BackendFault expected)
    {
        await using var server = await StubServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            if (status == 302) context.Response.Headers.Location = "http://127.0.0.1:1/login";
            return context.Response.WriteAsync(text);
        });
        var failure = await FailureAsync(server.Url);

        Assert.Equal((expected, status), (failure.Fault, failure.Status));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("<html><body>Sign in</body></html>", "text/html; charset=utf-8")]
    [InlineData("{\"status\":\"success\",\"data\":{\"resultType\":\"streams\",\"result\":[]}}", "text/html")]
    [InlineData("garbage", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("{}", "application/json")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[]}}""", "application/json")]
    [InlineData("""{"status":"success","data":{"resultType":"streams","result":[{"stream":{},"values":[["1","cut \u00""", "application/json")]
    [InlineData("""{"status":"success","data":{"resultType":"streams","result":[{"stream":{},"values":[["1","whole"],["2","cu""", "application/json")]
    public async Task Answer_ThatIsNone_IsMalformed(string body, string contentType)
    {
        await using var server = await StubServer.StartAsync(200, body, contentType);
        await using var clients = new LokiClients(server.Url);

        Assert.Equal(BackendFault.Malformed, (await Assert.ThrowsAsync<BackendException>(() => clients.Loki.ReadPageAsync(LokiAnswers.Lines, Cancellation))).Fault);
        if (body.Contains("matrix", StringComparison.Ordinal)) return;
        Assert.Equal(BackendFault.Malformed, (await Assert.ThrowsAsync<BackendException>(() => clients.Loki.QueryAsync(LokiAnswers.Count, LokiAnswers.Range.To, Cancellation))).Fault);
        if (body.StartsWith("{\"status", StringComparison.Ordinal) && contentType == "application/json" && !body.Contains("cu", StringComparison.Ordinal)) return;
        Assert.Equal(BackendFault.Malformed, (await Assert.ThrowsAsync<BackendException>(() => clients.Loki.LabelsAsync(LokiAnswers.Range, null, Cancellation))).Fault);
    }

    [Fact]
    public async Task Body_WithoutEnd_IsLeftAtTheBound()
    {
        var sent = 0L;
        var line = Encoding.UTF8.GetBytes($"[\"1795132800000000000\",\"{new string('x', 100_000)}\"],");
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"status":"success","data":{"resultType":"streams","result":[{"stream":{"a":"b"},"values":[""", context.RequestAborted);
            while (sent < 500_000_000 && !context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(line, context.RequestAborted);
                sent += line.Length;
                // Writes to a connection that is gone succeed until the server notices.
                if (sent / line.Length % 10 == 0) await Task.Delay(1);
            }
        });
        var failure = await FailureAsync(server.Url);

        Assert.Equal((BackendFault.TooLarge, "Loki sent an answer of more than 64 MB."), (failure.Fault, failure.Message));
        Assert.InRange(sent, 60_000_000, 100_000_000);
    }

    [Fact]
    public async Task Archive_OfAHugeBody_IsLeftAtTheBound()
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync("""{"status":"success","data":{"resultType":"streams",""".Select(c => (byte)c).ToArray(), Cancellation);
            var blanks = new byte[1 << 20];
            blanks.AsSpan().Fill((byte)' ');
            for (var i = 0; i < 200; i++) await gzip.WriteAsync(blanks, Cancellation);
        }
        await using var server = await StubServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(packed.ToArray()).AsTask();
        });
        Assert.True(packed.Length < 1_000_000, $"{packed.Length}");
        await using var clients = new LokiClients(server.Url);

        Assert.Equal(BackendFault.TooLarge, (await Assert.ThrowsAsync<BackendException>(() => clients.Loki.ReadPageAsync(LokiAnswers.Lines, Cancellation))).Fault);
        Assert.Equal(BackendFault.TooLarge, (await Assert.ThrowsAsync<BackendException>(() => clients.Loki.QueryAsync(LokiAnswers.Count, LokiAnswers.Range.To, Cancellation))).Fault);
    }

    [Fact]
    public async Task Archive_ThatIsDamaged_IsMalformed()
    {
        await using var server = await StubServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync(LokiAnswers.NoLines);
        });

        Assert.Equal(BackendFault.Malformed, (await FailureAsync(server.Url)).Fault);
    }

    [Fact]
    public async Task Connection_ThatBreaksAfterSomeLines_KeepsThemAndSaysSo()
    {
        var isBroken = true;
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            var body = LokiAnswers.WithLines(4000);
            await context.Response.WriteAsync(isBroken ? body[..(body.Length * 3 / 4)] : body);
            if (!isBroken) return;
            await context.Response.Body.FlushAsync();
            await Task.Delay(100);
            context.Abort();
        });
        await using var clients = new LokiClients(server.Url);

        var page = await clients.Loki.ReadPageAsync(LokiAnswers.Lines with { PageSize = 5000 }, Cancellation);

        Assert.Equal(Completeness.Interrupted, page.Completeness);
        Assert.InRange(page.Records.Count, 2900, 3100);
        Assert.Equal(BackendFault.Unreachable, page.Interruption?.Fault);
        isBroken = false;
        var again = await clients.Loki.ReadPageAsync(LokiAnswers.Lines with { PageSize = 5000, After = page.Next }, Cancellation);
        Assert.Equal((4000, Completeness.Complete), (again.Records.Count, again.Completeness));
    }

    [Fact]
    public async Task Connection_ThatBreaksBeforeAnyLine_IsUnreachable()
    {
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"status":"success","data":{""");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        Assert.Equal(BackendFault.Unreachable, (await FailureAsync(server.Url)).Fault);
    }

    [Fact]
    public async Task Cancellation_ByTheCaller_EndsTheCallOnBothSidesAndIsNoFailure()
    {
        var aborted = new TaskCompletionSource();
        await using var server = await StubServer.StartAsync(async context =>
        {
            await using var _ = context.RequestAborted.Register(() => aborted.TrySetResult());
            await aborted.Task;
        });
        await using var clients = new LokiClients(server.Url);
        using var navigation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => clients.Loki.ReadPageAsync(LokiAnswers.Lines, navigation.Token));
        await aborted.Task.WaitAsync(TimeSpan.FromSeconds(5), Cancellation);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Cancellation_WhileTheBodyArrives_IsNoFailure()
    {
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            var body = LokiAnswers.WithLines(2000);
            await context.Response.WriteAsync(body[..(body.Length / 2)]);
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await using var clients = new LokiClients(server.Url);
        using var navigation = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => clients.Loki.ReadPageAsync(LokiAnswers.Lines, navigation.Token));
    }

    private static async Task<BackendException> FailureAsync(Uri url, params (string, string)[] settings)
    {
        await using var clients = new LokiClients(url, null, settings);
        return await Assert.ThrowsAsync<BackendException>(() => clients.Loki.ReadPageAsync(LokiAnswers.Lines, Cancellation));
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
