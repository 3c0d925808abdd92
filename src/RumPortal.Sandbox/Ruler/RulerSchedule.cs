namespace RumPortal.Sandbox.Ruler;

/// <summary>
/// Evaluates the groups of a ruler whenever they are due, from the start of the schedule until it is disposed. A group that is added later
/// joins at its next interval; a pause of the machine is made up for, interval by interval.
/// </summary>
public sealed class RulerSchedule : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly LokiRuler _ruler;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public RulerSchedule(LokiRuler ruler, ILogger logger)
    {
        (_ruler, _logger) = (ruler, logger);
        _running = RunAsync(ruler.Clock.GetUtcNow());
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync(DateTimeOffset reached)
    {
        using var timer = new PeriodicTimer(Tick, _ruler.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                var now = _ruler.Clock.GetUtcNow();
                if (now <= reached) continue;
                _ruler.EvaluateDue(reached, now, _stop.Token);
                reached = now;
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The sandbox ends.
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _logger.LogError(failure, "The ruler stopped");
        }
    }
}
