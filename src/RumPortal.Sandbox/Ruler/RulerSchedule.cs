namespace RumPortal.Sandbox.Ruler;

/// <summary>Evaluates the ruler's groups whenever they are due, from the start of the schedule on. A group that is added later joins at its next interval.</summary>
public sealed class RulerSchedule(LokiRuler ruler)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <summary>Runs until it is cancelled, without an exception then. A pause of the machine is made up for, interval by interval.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var reached = ruler.Clock.GetUtcNow();
        using var timer = new PeriodicTimer(Tick, ruler.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                var now = ruler.Clock.GetUtcNow();
                if (now <= reached) continue;
                ruler.EvaluateDue(reached, now, cancellation);
                reached = now;
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The sandbox ends.
        }
    }
}
