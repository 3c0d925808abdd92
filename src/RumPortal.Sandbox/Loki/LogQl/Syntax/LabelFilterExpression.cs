using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>A condition on labels: <c>status >= 500 and path!="/health"</c>.</summary>
public abstract record LabelFilterExpression;

public sealed record StringFilterExpression(LabelMatcher Matcher) : LabelFilterExpression;

public sealed record NumberFilterExpression(string Label, Comparison Comparison, double Value) : LabelFilterExpression;

/// <summary>The value is in nanoseconds.</summary>
public sealed record DurationFilterExpression(string Label, Comparison Comparison, long Value) : LabelFilterExpression;

public sealed record BytesFilterExpression(string Label, Comparison Comparison, ulong Value) : LabelFilterExpression;

public sealed record AndFilterExpression(LabelFilterExpression Left, LabelFilterExpression Right) : LabelFilterExpression;

public sealed record OrFilterExpression(LabelFilterExpression Left, LabelFilterExpression Right) : LabelFilterExpression;

public enum Comparison
{
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}
