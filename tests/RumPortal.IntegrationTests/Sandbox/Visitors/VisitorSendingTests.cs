using Microsoft.Extensions.Logging.Abstractions;
using RumPortal.IntegrationTests.Sandbox.FaroReceiver;
using RumPortal.Sandbox.Visitors;
using RumPortal.Sandbox.Visitors.Backends;

namespace RumPortal.IntegrationTests.Sandbox.Visitors;

public sealed class VisitorSendingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task History_OfVisitors_FillsTheRangeNewestFirst()
    {
        await using var receiver = await RunningReceiver.StartAsync();
        var to = new DateTimeOffset(2026, 11, 18, 12, 0, 0, TimeSpan.Zero);
        var traffic = new VisitorTraffic(new VisitorOptions { Anchor = to });

        var lines = await new VisitorHistory(traffic, receiver.Receiver).FillAsync(to.AddHours(-1), to, Token);

        var stored = await receiver.StoredAsync();
        Assert.InRange(lines, 3_000, 12_000);
        Assert.Equal(lines, stored.Count);
        Assert.All(stored, l => Assert.InRange(Arrival(l.Nanoseconds), to.AddHours(-1), to));
        Assert.True(Arrival(stored[0].Nanoseconds) > to.AddMinutes(-20));
        Assert.True(stored.Take(500).Average(l => l.Nanoseconds / 1e9) > stored.TakeLast(500).Average(l => l.Nanoseconds / 1e9));
    }

    [Fact]
    public async Task History_InTwoHalves_IsTheWhole()
    {
        var to = new DateTimeOffset(2026, 11, 18, 12, 0, 0, TimeSpan.Zero);
        var whole = await StoredLinesAsync(to, (to.AddMinutes(-20), to));
        var halves = await StoredLinesAsync(to, (to.AddMinutes(-20), to.AddMinutes(-10)), (to.AddMinutes(-10), to));

        Assert.NotEmpty(whole);
        Assert.Equal(whole, halves);
    }

    [Fact]
    public async Task Visitors_Live_PostOverHttpAsTimePasses()
    {
        await using var receiver = await RunningReceiver.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        var traffic = new VisitorTraffic(new VisitorOptions { Anchor = now, LinesPerDay = 600_000 });
        var live = new LiveVisitors(traffic, receiver.Http, new Uri("/collect", UriKind.Relative), Nowhere(receiver), TimeProvider.System, NullLogger.Instance);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var running = live.RunAsync(now, stop.Token);
        while (receiver.Loki.Lines.Count == 0) await Task.Delay(50, Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        Assert.All(await receiver.StoredAsync(), l => Assert.True(Arrival(l.Nanoseconds) >= now.AddMilliseconds(-1)));
        Assert.Contains("status_code=\"202\"", await receiver.MetricsAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("status_code=\"429\"", await receiver.MetricsAsync(), StringComparison.Ordinal);
    }

    private static async Task<string[]> StoredLinesAsync(DateTimeOffset anchor, params (DateTimeOffset From, DateTimeOffset To)[] ranges)
    {
        await using var receiver = await RunningReceiver.StartAsync();
        var history = new VisitorHistory(new VisitorTraffic(new VisitorOptions { Anchor = anchor }), receiver.Receiver);
        foreach (var (from, to) in ranges) await history.FillAsync(from, to, Token);
        return [.. (await receiver.StoredAsync()).Select(l => $"{l.Nanoseconds} {l.Line}").Order(StringComparer.Ordinal)];
    }

    // Nobody listens there.
    private static BackendExport Nowhere(RunningReceiver receiver) => new(receiver.Http, new Uri("http://127.0.0.1:9/v1/traces"), NullLogger.Instance);

    private static DateTimeOffset Arrival(long nanoseconds) => DateTimeOffset.UnixEpoch.AddTicks(nanoseconds / 100);
}
