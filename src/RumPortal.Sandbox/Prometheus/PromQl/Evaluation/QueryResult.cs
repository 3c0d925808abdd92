using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>What a query answers; the kinds are those of the HTTP API.</summary>
public abstract record QueryResult
{
    /// <summary>
    /// How many samples were read. Prometheus counts a sample once for each window that holds it; here it counts once, which is the same
    /// for windows that do not overlap.
    /// </summary>
    public long SamplesRead { get; init; }
}

public sealed record VectorResult(IReadOnlyList<Sample> Samples) : QueryResult;

/// <summary>Series sorted by labels; each has at least one point.</summary>
public sealed record MatrixResult(IReadOnlyList<Series> Series) : QueryResult;

public sealed record ScalarResult(double Value) : QueryResult;

public sealed record TextResult(string Value) : QueryResult;
