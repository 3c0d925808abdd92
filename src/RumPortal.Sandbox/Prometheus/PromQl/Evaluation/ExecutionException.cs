namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>A query that was understood but cannot be answered: Prometheus' error type <c>execution</c>, status 422.</summary>
public sealed class ExecutionException(string message) : Exception(message)
{
    internal static ExecutionException SameLabels() => new("vector cannot contain metrics with the same labelset");

    internal static ExecutionException TooManySamples() => new("query processing would load too many samples into memory in query execution");
}
