namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>
/// The samples of one series within a range, oldest first, without staleness markers.
/// Prometheus 2.42 behaviour: both edges belong to the range.
/// </summary>
internal readonly ref struct RangeWindow(ReadOnlySpan<long> times, ReadOnlySpan<double> values, long start, long end, long evaluationTime)
{
    public ReadOnlySpan<long> Times { get; } = times;

    public ReadOnlySpan<double> Values { get; } = values;

    public long Start { get; } = start;

    public long End { get; } = end;

    /// <summary>Differs from the end when the range is shifted.</summary>
    public long EvaluationTime { get; } = evaluationTime;

    public int Count => Times.Length;
}
