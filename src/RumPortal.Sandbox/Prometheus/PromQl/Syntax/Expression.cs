using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

/// <summary>A node of a query. Durations and times are milliseconds.</summary>
public abstract record Expression(ExpressionType Type);

public sealed record NumberLiteral(double Value) : Expression(ExpressionType.Scalar);

public sealed record StringLiteral(string Value) : Expression(ExpressionType.Text);

/// <summary><c>name{a="b"} offset 5m @ 1795132800</c>; the name is one of the matchers.</summary>
public sealed record VectorSelector(IReadOnlyList<LabelMatcher> Matchers, TimeShift Shift) : Expression(ExpressionType.Vector);

/// <summary><c>selector[5m]</c>.</summary>
public sealed record MatrixSelector(VectorSelector Selector, long Range) : Expression(ExpressionType.Matrix);

/// <summary><c>expression[1h:5m]</c>; without a step the default one counts.</summary>
public sealed record Subquery(Expression Operand, long Range, long? Step, TimeShift Shift) : Expression(ExpressionType.Matrix);

public sealed record Parentheses(Expression Operand) : Expression(Operand.Type);

public sealed record Negation(Expression Operand) : Expression(Operand.Type);

public sealed record BinaryOperation(BinaryOperator Operator, Expression Left, Expression Right, bool ReturnsBool, VectorMatching Matching)
    : Expression(Left.Type == ExpressionType.Scalar && Right.Type == ExpressionType.Scalar ? ExpressionType.Scalar : ExpressionType.Vector);

/// <summary><c>sum by (le) (operand)</c>; <paramref name="Parameter"/> is that of topk, bottomk, quantile and count_values.</summary>
public sealed record Aggregation(AggregationOperator Operator, Expression Operand, Expression? Parameter, Grouping Grouping) : Expression(ExpressionType.Vector);

public sealed record FunctionCall(FunctionSignature Function, IReadOnlyList<Expression> Arguments) : Expression(Function.Returns);
