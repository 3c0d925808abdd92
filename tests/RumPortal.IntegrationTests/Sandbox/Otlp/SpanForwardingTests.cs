using System.Net;
using System.Text;
using RumPortal.IntegrationTests.Sandbox.FaroReceiver;
using RumPortal.IntegrationTests.Sandbox.Tempo;

namespace RumPortal.IntegrationTests.Sandbox.Otlp;

/// <summary>Spans on their way from Faro payloads through the receiver to Tempo.</summary>
public sealed class SpanForwardingTests
{
    private const string Common = "{component_id=\"faro.receiver.sandbox\",component_path=\"/\"";
    private const string Trace = "0AF7651916CD43DD8448EB211C80319C";

    private const string Payload = """
        {"meta":{"app":{"name":"shop-web"}},"logs":[{"message":"hello"}],
         "traces":{"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop-web"}}]},"scopeSpans":[{"spans":[
           {"traceId":"0AF7651916CD43DD8448EB211C80319C","spanId":"b7ad6b7169203331","name":"HTTP GET","kind":3}, {"traceId":"","spanId":"","name":"no ids"}]}]}]}}
        """;

    [Fact]
    public async Task Collect_PayloadWithSpans_BringsThemToTempoWithTheirIds()
    {
        await using var tempo = await RunningTempo.StartAsync();
        await using var receiver = await RunningReceiver.StartAsync(options => options with { OtlpUrl = tempo.Otlp });

        (await receiver.CollectAsync(Payload)).Dispose();
        var lines = await receiver.StoredAsync();

        Assert.Single(lines);
        Assert.Contains("\"spanId\":\"t61rcWkgMzE=\",\"name\":\"HTTP GET\"", (await tempo.GetAsync($"/api/traces/{Trace}")).Text, StringComparison.Ordinal);
        var metrics = await receiver.MetricsAsync();
        Assert.Contains($"sandbox_faro_spans_sent_total{Common}}} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains($"sandbox_faro_spans_dropped_total{Common},reason=\"rejected\"}} 1\n", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_PayloadWithSpans_BringsThemToTempo()
    {
        await using var tempo = await RunningTempo.StartAsync();
        await using var receiver = await RunningReceiver.StartAsync(options => options with { OtlpUrl = tempo.Otlp });

        await receiver.Receiver.AcceptHistoryAsync(Encoding.UTF8.GetBytes(Payload), DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
        await receiver.StoredAsync();

        Assert.Equal(HttpStatusCode.OK, (await tempo.GetAsync($"/api/traces/{Trace}")).Status);
    }

    [Fact]
    public async Task Collect_NobodyTakesSpans_StoresTheLinesAndCountsTheSpansAsLost()
    {
        await using var receiver = await RunningReceiver.StartAsync(options => options with { OtlpUrl = new Uri("http://127.0.0.1:1"), MaxRetries = 0 });

        (await receiver.CollectAsync(Payload)).Dispose();
        var lines = await receiver.StoredAsync();

        Assert.Single(lines);
        Assert.Contains($"sandbox_faro_spans_dropped_total{Common},reason=\"retries_exhausted\"}} 2\n", await receiver.MetricsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Collect_MoreSpansThanMayWait_AreCountedAsLostAtOnce()
    {
        await using var tempo = await RunningTempo.StartAsync();
        await using var receiver = await RunningReceiver.StartAsync(options => options with { OtlpUrl = tempo.Otlp, MaxPendingBytes = 100 });

        (await receiver.CollectAsync(Payload)).Dispose();
        await receiver.StoredAsync();

        Assert.Contains($"sandbox_faro_spans_dropped_total{Common},reason=\"queue_full\"}} 2\n", await receiver.MetricsAsync(), StringComparison.Ordinal);
        Assert.Equal(0, tempo.Backend.Store.SpanCount);
    }
}
