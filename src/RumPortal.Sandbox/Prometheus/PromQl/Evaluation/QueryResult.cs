using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>What a query answers; the kinds are those of the HTTP API.</summary>
public abstract record QueryResult
{
    /// <summary>How many samples were read from the store. A sample in several windows counts once here, in Prometheus once for each.</summary>
    public long SamplesRead { get; init; }
}

public sealed record VectorResult(IReadOnlyList<Sample> Samples) : QueryResult;

/// <summary>Series sorted by labels; each has at least one point.</summary>
public sealed record MatrixResult(IReadOnlyList<Series> Series) : QueryResult;

public sealed record ScalarResult(double Value) : QueryResult;

public sealed record TextResult(string Value) : QueryResult;
