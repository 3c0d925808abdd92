using RumPortal.Sandbox.FaroReceiver;
using RumPortal.Sandbox.Ruler;
using RumPortal.Sandbox.Visitors;
using RumPortal.Sandbox.Visitors.Backends;

namespace RumPortal.Sandbox.Hosting;

/// <summary>The visitors of the demo apps in the background: the newest history at once, older and older after it, and live traffic beside.</summary>
internal sealed class DemoVisitors : IAsyncDisposable
{
    private static readonly TimeSpan NewestHours = TimeSpan.FromHours(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler());
    private readonly ILogger _logger;
    private readonly Task _running;

    public DemoVisitors(SandboxOptions options, Receiver receiver, RuleHistory rules, SandboxUrls urls, TimeProvider clock, ILoggerFactory logs)
    {
        _logger = logs.CreateLogger<DemoVisitors>();
        var start = clock.GetUtcNow();
        var traffic = new VisitorTraffic(new VisitorOptions { Seed = options.Seed, Anchor = start, LinesPerDay = options.LinesPerDay });
        var history = new VisitorHistory(traffic, receiver, Export());
        var live = new LiveVisitors(traffic, _http, urls.Collector, Export(), clock, logs.CreateLogger<LiveVisitors>());
        _running = Task.WhenAll(
            GuardAsync("The history", stop => FillAsync(history, receiver, rules, start - options.History, start, clock, stop)),
            GuardAsync("The live traffic", stop => live.RunAsync(start, stop)));

        BackendExport Export() => new(_http, new Uri(urls.Otlp, "/v1/traces"), logs.CreateLogger<BackendExport>());
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _http.Dispose();
        _stop.Dispose();
    }

    /// <summary>
    /// The lines of the past and what the rules would have recorded from them: first for the newest hours, so that there is something to see, then
    /// for all of them, since the first windows of the newest hours reach into older ones.
    /// </summary>
    private static async Task FillAsync(
        VisitorHistory history, Receiver receiver, RuleHistory rules, DateTimeOffset from, DateTimeOffset to, TimeProvider clock, CancellationToken stop)
    {
        var newest = to - NewestHours < from ? from : to - NewestHours;
        foreach (var (start, end) in new[] { (newest, to), (from, newest) })
        {
            await history.FillAsync(start, end, stop);
            await receiver.FlushAsync(stop);
            rules.Evaluate(start, clock.GetUtcNow(), stop);
        }
    }

    private async Task GuardAsync(string what, Func<CancellationToken, Task> run)
    {
        try
        {
            await Task.Run(() => run(_stop.Token), _stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The sandbox ends.
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _logger.LogError(failure, "{What} of the demo apps stopped", what);
        }
    }
}
