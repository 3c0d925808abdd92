namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>The lines that a range aggregation looks at: the half-open window (t - offset - range, t - offset], in nanoseconds.</summary>
public sealed record LogRange(LogSelector Selector, long Range, long Offset, UnwrapExpression? Unwrap);

/// <summary>Takes the sample from a label: <c>| unwrap duration(latency) | __error__=""</c>.</summary>
public sealed record UnwrapExpression(string Label, UnwrapConversion Conversion, IReadOnlyList<LabelFilterExpression> PostFilters);

public enum UnwrapConversion
{
    Number,
    Bytes,
    Duration,
    DurationSeconds,
}
