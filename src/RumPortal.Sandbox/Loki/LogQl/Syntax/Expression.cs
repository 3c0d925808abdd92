using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>A whole query: either a <see cref="LogSelector"/> or a <see cref="MetricExpression"/>.</summary>
public abstract record Expression;

/// <summary>Streams and what is done to their lines: <c>{app="shop"} |= "x" | logfmt</c>.</summary>
public sealed record LogSelector(IReadOnlyList<LabelMatcher> Matchers, IReadOnlyList<StageExpression> Stages) : Expression;

/// <summary>An expression whose value is numbers.</summary>
public abstract record MetricExpression : Expression;

public sealed record RangeAggregation(RangeOperation Operation, LogRange Range, Grouping? Grouping, double? Parameter) : MetricExpression;

/// <summary><paramref name="Parameter"/> is the k of topk and bottomk, else 0.</summary>
public sealed record VectorAggregation(VectorOperation Operation, MetricExpression Operand, Grouping? Grouping, int Parameter) : MetricExpression;

public sealed record BinaryOperation(BinaryOperator Operator, MetricExpression Left, MetricExpression Right, bool ReturnBool, VectorMatching Matching) : MetricExpression;

public sealed record NumberLiteral(double Value) : MetricExpression;

/// <summary><c>vector(1)</c>: one sample without labels.</summary>
public sealed record VectorLiteral(double Value) : MetricExpression;

public sealed record LabelReplacement(MetricExpression Operand, string Destination, string Replacement, string Source, string Pattern, Re2.Re2Regex Regex) : MetricExpression;
