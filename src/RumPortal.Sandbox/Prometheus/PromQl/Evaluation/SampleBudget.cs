namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>Counts the samples that a query holds in memory.</summary>
internal sealed class SampleBudget(long limit)
{
    /// <summary>How many were taken so far.</summary>
    public long Taken { get; private set; }

    /// <exception cref="ExecutionException">They are too many.</exception>
    public void Take(long samples)
    {
        Taken += samples;
        if (Taken > limit) throw ExecutionException.TooManySamples();
    }
}
