namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>The range [<paramref name="Start"/>, <paramref name="End"/>) of a log query in nanoseconds. With an interval, the next line must be at least that far away.</summary>
public sealed record LogQueryParameters(long Start, long End, int Limit, bool Forward, long Interval = 0, bool Categorize = false);
