using RumPortal.Sandbox.Re2;
using RumPortal.Sandbox.Tempo.Store;
using RumPortal.Sandbox.Tempo.TraceQl.Syntax;

namespace RumPortal.Sandbox.Tempo.TraceQl.Evaluation;

/// <summary>
/// Evaluates expressions for one span. Tempo 3.0 behaviour: what a span does not have is nil, and nothing but a test for nil holds of it;
/// types are never converted, so <c>= 200</c> does not find the text "200".
/// </summary>
internal static class FieldEvaluator
{
    public static Value Evaluate(FieldExpression expression, SpanNode node) => expression switch
    {
        FieldExpression.Constant constant => constant.Value,
        FieldExpression.Attribute attribute => FieldReader.Read(attribute, node),
        FieldExpression.Property property => FieldReader.Read(property.Intrinsic, node),
        FieldExpression.Presence presence => Value.Of(Evaluate(presence.Of, node).IsNil != presence.Wanted),
        FieldExpression.Negation negation => Evaluate(negation.Of, node) is { Kind: ValueKind.Boolean } value ? Value.Of(!value.IsTrue) : Value.Nil,
        FieldExpression.Minus minus => Arithmetic("-", Value.Of(0L), Evaluate(minus.Of, node)),
        FieldExpression.Binary binary => Evaluate(binary, node),
        _ => Value.Nil,
    };

    /// <summary>Compares two values; a list or a choice of values is compared item by item.</summary>
    /// <param name="sign">The operator.</param>
    /// <param name="left">Before it.</param>
    /// <param name="right">After it.</param>
    /// <param name="pattern">The compiled right side of <c>=~</c> and <c>!~</c> when it is a constant.</param>
    public static bool Holds(string sign, Value left, Value right, Re2Regex? pattern = null)
    {
        if (left.Kind == ValueKind.AnyOf) return left.Items.Any(item => Holds(sign, item, right, pattern));
        if (right.Kind == ValueKind.AnyOf) return right.Items.Any(item => Holds(sign, left, item));
        var forNone = sign is "!=" or "!~";
        if (left.Kind == ValueKind.List) return Each(left, forNone, item => Holds(sign, item, right, pattern));
        if (right.Kind == ValueKind.List) return Each(right, forNone, item => Holds(sign, left, item));
        if (!Comparable(left, right) || !OperatorTypes.Allows(sign, left.Kind) || !OperatorTypes.Allows(sign, right.Kind)) return false;
        return sign switch
        {
            "=" => left == right,
            "!=" => left != right,
            "=~" => IsMatch(left, right, pattern),
            "!~" => !IsMatch(left, right, pattern),
            ">" => Order(left, right) > 0,
            ">=" => Order(left, right) >= 0,
            "<" => Order(left, right) < 0,
            "<=" => Order(left, right) <= 0,
            _ => false,
        };
    }

    private static Value Evaluate(FieldExpression.Binary binary, SpanNode node)
    {
        var left = Evaluate(binary.Left, node);
        if (binary.Operator == "&&" && left.Kind == ValueKind.Boolean && !left.IsTrue) return Value.Of(false);
        if (binary.Operator == "||" && left.IsTrue) return left;
        var right = Evaluate(binary.Right, node);
        if (OperatorTypes.IsArithmetic(binary.Operator)) return Arithmetic(binary.Operator, left, right);
        if (binary.Operator is "&&" or "||") return Value.Of(left.Kind == right.Kind && right.IsTrue && (binary.Operator == "||" || left.IsTrue));
        return Value.Of(Holds(binary.Operator, left, right, binary.Pattern));
    }

    /// <summary>Tempo 3.0 behaviour: a comparison of lists holds when it holds for one item, but <c>!=</c> and <c>!~</c> only when they hold for all.</summary>
    private static bool Each(Value list, bool forAll, Func<Value, bool> holds) => forAll ? list.Items.All(holds) : list.Items.Any(holds);

    private static bool Comparable(Value left, Value right) => left.Kind == right.Kind || (left.IsNumeric && right.IsNumeric);

    private static int Order(Value left, Value right)
    {
        if (left.Kind == ValueKind.Text) return string.CompareOrdinal(left.Text, right.Text);
        return left.Kind == ValueKind.Number || right.Kind == ValueKind.Number ? left.Number.CompareTo(right.Number) : left.Whole.CompareTo(right.Whole);
    }

    private static bool IsMatch(Value text, Value pattern, Re2Regex? compiled)
    {
        try
        {
            return (compiled ?? Re2Cache.GetAnchored(pattern.Text)).IsMatch(text.Text);
        }
        catch (Re2SyntaxException)
        {
            return false;
        }
    }

    private static Value Arithmetic(string sign, Value left, Value right)
    {
        if (!left.IsNumeric || !right.IsNumeric) return Value.Of(false);
        return left.Kind == ValueKind.WholeNumber && right.Kind == ValueKind.WholeNumber
            ? OfWholeNumbers(sign, left.Whole, right.Whole)
            : Value.Of(sign switch
            {
                "+" => left.Number + right.Number,
                "-" => left.Number - right.Number,
                "*" => left.Number * right.Number,
                "/" => left.Number / right.Number,
                "%" => left.Number % right.Number,
                _ => Math.Pow(left.Number, right.Number),
            });
    }

    private static Value OfWholeNumbers(string sign, long left, long right) => sign switch
    {
        "+" => Value.Of(unchecked(left + right)),
        "-" => Value.Of(unchecked(left - right)),
        "*" => Value.Of(unchecked(left * right)),
        // Also the one quotient that does not fit.
        "/" or "%" when right == 0 || (right == -1 && left == long.MinValue) => Value.Nil,
        "/" => Value.Of(left / right),
        "%" => Value.Of(left % right),
        _ => Value.Of((long)Math.Pow(left, right)),
    };
}
