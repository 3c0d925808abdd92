namespace RumPortal.Sandbox.Prometheus.Rules;

/// <summary>
/// Evaluates every group of a Prometheus at each whole interval, from the start of the schedule until it is disposed. A group that is added
/// later joins at its next interval; a pause of the machine is made up for, interval by interval.
/// </summary>
public sealed class RuleSchedule : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly PrometheusBackend _prometheus;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public RuleSchedule(PrometheusBackend prometheus, ILogger logger)
    {
        (_prometheus, _logger) = (prometheus, logger);
        _running = RunAsync(prometheus.Clock.GetUtcNow());
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync(DateTimeOffset reached)
    {
        using var timer = new PeriodicTimer(Tick, _prometheus.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                var now = _prometheus.Clock.GetUtcNow();
                if (now <= reached) continue;
                foreach (var group in _prometheus.Rules.Groups) _prometheus.RuleEvaluator.EvaluateGrid(group, reached, now, _stop.Token);
                reached = now;
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The sandbox ends.
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _logger.LogError(failure, "The recording rules stopped");
        }
    }
}
