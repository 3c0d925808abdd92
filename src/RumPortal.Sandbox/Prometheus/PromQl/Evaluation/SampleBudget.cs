namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>Counts the samples that a query holds in memory.</summary>
internal sealed class SampleBudget(long limit)
{
    private long _samples;

    /// <summary>How many of them came from the store.</summary>
    public long Read { get; private set; }

    /// <exception cref="ExecutionException">They are too many.</exception>
    public void TakeRead(long samples)
    {
        Read += samples;
        Take(samples);
    }

    /// <exception cref="ExecutionException">They are too many.</exception>
    public void Take(long samples)
    {
        _samples += samples;
        if (_samples > limit) throw ExecutionException.TooManySamples();
    }
}
