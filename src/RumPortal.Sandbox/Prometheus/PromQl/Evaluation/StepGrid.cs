namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>The times at which an expression is evaluated, in milliseconds; from the start in whole steps up to the end, both inclusive.</summary>
public readonly record struct StepGrid(long Start, long End, long Step)
{
    public static StepGrid At(long time) => new(time, time, 1);

    public IEnumerable<long> Times
    {
        get
        {
            if (Start > End) yield break;
            yield return Start;
            // The count is fixed beforehand: near the end of time the sum would wrap round and never reach it.
            for (var (time, left) = (Start, (ulong)(End - Start) / (ulong)Step); left > 0; left--) yield return time += Step;
        }
    }
}
