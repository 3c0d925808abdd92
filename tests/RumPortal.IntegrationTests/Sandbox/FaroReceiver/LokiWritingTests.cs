using System.Net;
using System.Text;
using RumPortal.Sandbox.FaroReceiver;

namespace RumPortal.IntegrationTests.Sandbox.FaroReceiver;

public sealed class LokiWritingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_EqualInOneStream_KeepTimesOfTheirOwnInWritingOrder()
    {
        await using var receiver = await RunningReceiver.StartAsync();
        var items = string.Join(',', Enumerable.Repeat("{\"message\":\"same\"}", 500));

        (await receiver.CollectAsync($$"""{"logs":[{{items}}]}""")).Dispose();
        (await receiver.CollectAsync($$"""{"logs":[{{items}}]}""")).Dispose();

        var times = (await receiver.StoredAsync()).Select(l => l.Nanoseconds).ToArray();
        Assert.Equal(1000, times.Length);
        Assert.Equal(times.Order().Distinct(), times);
    }

    [Fact]
    public async Task Loki_BusyForAWhile_GetsEachLineOnceInTheEnd()
    {
        await using var receiver = await RunningReceiver.StartAsync();
        receiver.Loki.Refuse(2, 503);

        using var response = await receiver.CollectAsync("""{"logs":[{"message":"patient"}]}""");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Single(await receiver.StoredAsync());
        Assert.Equal(3, receiver.Loki.Pushes);
    }

    [Theory]
    [InlineData(400, "refused")]
    [InlineData(429, "retries_exhausted")]
    public async Task Line_ThatLokiKeepsRefusing_IsCountedAsLost(int status, string reason)
    {
        await using var receiver = await RunningReceiver.StartAsync(o => o with { MaxRetries = 1 });
        receiver.Loki.Refuse(5, status);

        (await receiver.CollectAsync("""{"logs":[{"message":"a"},{"message":"b"}]}""")).Dispose();

        Assert.Empty(await receiver.StoredAsync());
        Assert.Contains(
            $"loki_write_dropped_entries_total{{component_id=\"faro.receiver.sandbox\",component_path=\"/\",reason=\"{reason}\"}} 2\n",
            await receiver.MetricsAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queue_Full_DropsAndCountsWithoutHoldingUpTheSender()
    {
        await using var receiver = await RunningReceiver.StartAsync(o => o with { MaxPendingBytes = 2000, BatchDelay = TimeSpan.FromSeconds(30) });
        var items = string.Join(',', Enumerable.Repeat("{\"message\":\"m\"}", 100));

        using var response = await receiver.CollectAsync($$"""{"logs":[{{items}}]}""");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var metrics = await receiver.MetricsAsync();
        Assert.Contains("reason=\"queue_full\"} 9", metrics, StringComparison.Ordinal);
        Assert.Contains("exporter=\"logs exporter\"} 1\n", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_Written_KeepsItsArrivalTime()
    {
        await using var receiver = await RunningReceiver.StartAsync();
        var arrival = new DateTimeOffset(2026, 8, 20, 3, 14, 7, 250, TimeSpan.Zero);

        var lines = await receiver.Receiver.AcceptHistoryAsync(
            Encoding.UTF8.GetBytes("""{"events":[{"name":"a"},{"name":"b"}]}"""), arrival, Token);

        Assert.Equal(2, lines);
        var start = arrival.ToUnixTimeMilliseconds() * 1_000_000;
        Assert.Equal([start, start + 1], (await receiver.StoredAsync()).Select(l => l.Nanoseconds));
    }

    [Fact]
    public async Task History_OfABrokenPayload_SaysWhatTheSenderWouldRead()
    {
        await using var receiver = await RunningReceiver.StartAsync();

        var fault = await Assert.ThrowsAsync<FormatException>(
            async () => await receiver.Receiver.AcceptHistoryAsync("{"u8.ToArray(), DateTimeOffset.UnixEpoch, Token));

        Assert.Equal("unexpected EOF", fault.Message);
    }

    [Fact]
    public async Task Metrics_OfTheReceiver_CountItemsSpansAndRequestsUnderAlloysNames()
    {
        await using var receiver = await RunningReceiver.StartAsync();
        const string Body = """
            {"logs":[{}],"events":[{},{}],"exceptions":[{},{},{}],"measurements":[{},{},{},{}],
             "traces":{"resourceSpans":[{"scopeSpans":[{"spans":[{},{},{},{},{}]}]}]}}
            """;

        (await receiver.CollectAsync(Body)).Dispose();
        await receiver.StoredAsync();

        var metrics = await receiver.MetricsAsync();
        const string Common = "{component_id=\"faro.receiver.sandbox\",component_path=\"/\"";
        Assert.Contains($"# TYPE faro_receiver_logs_total counter\nfaro_receiver_logs_total{Common}}} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains($"faro_receiver_events_total{Common}}} 2\n", metrics, StringComparison.Ordinal);
        Assert.Contains($"faro_receiver_exceptions_total{Common}}} 3\n", metrics, StringComparison.Ordinal);
        Assert.Contains($"faro_receiver_measurements_total{Common}}} 4\n", metrics, StringComparison.Ordinal);
        Assert.Contains($"sandbox_faro_spans_dropped_total{Common},reason=\"no_output\"}} 5\n", metrics, StringComparison.Ordinal);
        Assert.Contains($"loki_write_sent_entries_total{Common}}} 10\n", metrics, StringComparison.Ordinal);
        Assert.Contains(
            $"faro_receiver_request_duration_seconds_count{Common},method=\"POST\",route=\"other\",status_code=\"202\",ws=\"false\"}} 1\n",
            metrics,
            StringComparison.Ordinal);
    }
}
