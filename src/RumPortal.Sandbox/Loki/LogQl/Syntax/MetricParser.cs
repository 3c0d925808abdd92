using System.Globalization;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Re2;

namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>Functions, aggregations, numbers and the operators between them; what begins with a brace is left to <see cref="SelectorParser"/>.</summary>
internal sealed class MetricParser(TokenReader reader)
{
    private readonly SelectorParser _selectors = new(reader);
    private readonly LogRangeParser _ranges = new(reader);

    public Expression ParseExpression() => ParseBinary(minPrecedence: 1);

    private Expression ParseBinary(int minPrecedence)
    {
        var left = reader.Nested(ParsePrimary);
        while (OperationNames.TryGet(reader.Current, out var operation, out var precedence) && precedence >= minPrecedence)
        {
            reader.Take();
            reader.CountOperator();
            var (returnBool, matching) = ParseModifier();
            // Power is the only operator that groups from the right.
            var right = reader.Nested(() => ParseBinary(operation == BinaryOperator.Power ? precedence : precedence + 1));
            left = Combine(operation, left, right, returnBool, matching);
        }

        return left;
    }

    private (bool ReturnBool, VectorMatching Matching) ParseModifier()
    {
        var returnBool = reader.TryTakeKeyword("bool");
        var on = reader.AtKeyword("on");
        if (!on && !reader.AtKeyword("ignoring")) return (returnBool, VectorMatching.Default);
        reader.Take();
        var labels = reader.ExpectLabels();
        var cardinality = reader.AtKeyword("group_left") ? MatchCardinality.ManyToOne
            : reader.AtKeyword("group_right") ? MatchCardinality.OneToMany : MatchCardinality.OneToOne;
        if (cardinality == MatchCardinality.OneToOne) return (returnBool, new(cardinality, on, labels, []));
        reader.Take();
        return (returnBool, new(cardinality, on, labels, reader.AtSymbol("(") ? reader.ExpectLabels() : []));
    }

    private static MetricExpression Combine(BinaryOperator operation, Expression left, Expression right, bool returnBool, VectorMatching matching)
    {
        var name = OperationNames.NameOf(operation);
        if (left is not MetricExpression leftMetric) throw new LogQlException($"unexpected type for left leg of binary operation ({name}): log query");
        if (right is not MetricExpression rightMetric) throw new LogQlException($"unexpected type for right leg of binary operation ({name}): log query");
        foreach (var (side, operand) in (ReadOnlySpan<(string, MetricExpression)>)[("left", leftMetric), ("right", rightMetric)])
            if (OperationNames.IsLogical(operation) && operand is NumberLiteral number)
                throw new LogQlException(FormattableString.Invariant($"unexpected literal for {side} leg of logical/set binary operation ({name}): {number.Value:F6}"));
        return leftMetric is NumberLiteral a && rightMetric is NumberLiteral b
            ? new NumberLiteral(Evaluation.Arithmetic.Apply(operation, a.Value, b.Value))
            : new BinaryOperation(operation, leftMetric, rightMetric, returnBool, matching);
    }

    private Expression ParsePrimary()
    {
        var token = reader.Current;
        if (token.IsSymbol("(")) return ParseParentheses();
        if (token.IsSymbol("{")) return _selectors.ParseWithStages();
        if (token.Kind == TokenKind.Number || token.IsSymbol("+") || token.IsSymbol("-")) return new NumberLiteral(ExpectSignedNumber(reader));
        if (token.IsKeyword("variants")) throw LogQlException.Unsupported("variants()");
        if (token.Kind != TokenKind.Function) throw reader.Unexpected();
        if (token.Text is "approx_topk" or "rate_counter" or "ip") throw LogQlException.Unsupported($"{token.Text}()");
        if (OperationNames.TryGet(token.Text, out RangeOperation range)) return ParseRangeAggregation(range);
        if (OperationNames.TryGet(token.Text, out VectorOperation vector)) return ParseVectorAggregation(vector);
        return token.Text switch
        {
            "vector" => ParseVectorLiteral(),
            "label_replace" => ParseLabelReplace(),
            _ => throw reader.Unexpected(),
        };
    }

    private Expression ParseParentheses()
    {
        reader.Take();
        var inner = ParseExpression();
        reader.ExpectSymbol(")");
        return inner;
    }

    private RangeAggregation ParseRangeAggregation(RangeOperation operation)
    {
        var name = reader.Take().Text;
        reader.ExpectSymbol("(");
        var parameter = TryTakeParameter();
        var range = _ranges.Parse();
        reader.ExpectSymbol(")");
        var grouping = TryTakeGrouping();
        if (parameter is not null && operation != RangeOperation.QuantileOverTime) throw new LogQlException($"parameter {parameter} not supported for operation {name}");
        if (parameter is null && operation == RangeOperation.QuantileOverTime) throw new LogQlException($"parameter required for operation {name}");
        RangeRules.Check(operation, grouping is not null, range.Unwrap is not null);
        return new(operation, range, grouping, parameter is null ? null : ParseNumber(parameter));
    }

    private VectorAggregation ParseVectorAggregation(VectorOperation operation)
    {
        var name = reader.Take().Text;
        var grouping = TryTakeGrouping();
        reader.ExpectSymbol("(");
        var parameter = TryTakeParameter();
        var operand = ParseExpression() as MetricExpression ?? throw reader.Unexpected();
        reader.ExpectSymbol(")");
        grouping ??= TryTakeGrouping();
        return new(operation, operand, grouping, CountOf(operation, name, parameter));
    }

    private static int CountOf(VectorOperation operation, string name, string? parameter)
    {
        if (operation is not (VectorOperation.TopK or VectorOperation.BottomK))
            return parameter is null ? 0 : throw new LogQlException($"unsupported parameter for operation {name}({parameter},");
        if (parameter is null) throw new LogQlException($"parameter required for operation {name}");
        if (!int.TryParse(parameter, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) throw new LogQlException($"invalid parameter {name}({parameter},");
        return count > 0 ? count : throw new LogQlException($"invalid parameter (must be greater than 0) {name}({parameter}");
    }

    private VectorLiteral ParseVectorLiteral()
    {
        reader.Take();
        reader.ExpectSymbol("(");
        if (reader.Current.Kind != TokenKind.Number) throw reader.Unexpected("NUMBER");
        var value = ParseNumber(reader.Take().Text);
        reader.ExpectSymbol(")");
        return new(value);
    }

    private LabelReplacement ParseLabelReplace()
    {
        reader.Take();
        reader.ExpectSymbol("(");
        var operand = ParseExpression() as MetricExpression ?? throw reader.Unexpected();
        var texts = new string[4];
        for (var i = 0; i < texts.Length; i++)
        {
            reader.ExpectSymbol(",");
            texts[i] = reader.ExpectString();
        }

        reader.ExpectSymbol(")");
        try
        {
            return new(operand, texts[0], texts[1], texts[2], texts[3], Re2Regex.ParseAnchored(texts[3]));
        }
        catch (Re2SyntaxException e)
        {
            throw new LogQlException($"invalid regex in label_replace: {e.Message}");
        }
    }

    /// <summary>A number before a comma is a parameter; without the comma it begins an expression.</summary>
    private string? TryTakeParameter()
    {
        if (reader.Current.Kind != TokenKind.Number || !reader.Ahead.IsSymbol(",")) return null;
        var text = reader.Take().Text;
        reader.Take();
        return text;
    }

    private Grouping? TryTakeGrouping()
    {
        var without = reader.AtKeyword("without");
        if (!without && !reader.AtKeyword("by")) return null;
        reader.Take();
        return new(without, reader.ExpectLabels());
    }

    /// <summary>A number with an optional sign, as in a label filter or between operators.</summary>
    internal static double ExpectSignedNumber(TokenReader reader)
    {
        var negative = reader.TryTakeSymbol("-");
        if (!negative) reader.TryTakeSymbol("+");
        if (reader.Current.Kind != TokenKind.Number) throw reader.Unexpected("NUMBER");
        var value = ParseNumber(reader.Take().Text);
        return negative ? -value : value;
    }

    private static double ParseNumber(string text) =>
        Literals.GoFloat.TryParse(text, out var value, out var error) ? value : throw new LogQlException($"unable to parse literal as a float: {error}");
}
