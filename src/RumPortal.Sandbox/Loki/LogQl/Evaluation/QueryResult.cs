using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>What a query answers; the kinds are those of the HTTP API.</summary>
public abstract record QueryResult;

/// <summary>Log lines, grouped by labels; the streams are sorted by the text of their labels.</summary>
public sealed record StreamsResult(IReadOnlyList<ResultStream> Streams, bool Categorized) : QueryResult;

public sealed record VectorResult(IReadOnlyList<Sample> Samples) : QueryResult;

public sealed record MatrixResult(IReadOnlyList<Series> Series) : QueryResult;

public sealed record ScalarResult(double Value) : QueryResult;

/// <summary>Lines with the same labels, in the direction of the query.</summary>
public sealed record ResultStream(LabelSet Labels, IReadOnlyList<ResultEntry> Entries);

/// <summary>A line (UTF-8) after the pipeline. Metadata and parsed labels are set apart only when the query asks for it.</summary>
public sealed record ResultEntry(long Timestamp, ReadOnlyMemory<byte> Line, LabelSet Metadata, LabelSet Parsed);
