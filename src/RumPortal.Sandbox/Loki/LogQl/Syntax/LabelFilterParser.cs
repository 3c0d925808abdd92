namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>
/// Conditions behind a pipe. <c>and</c> binds tighter than <c>or</c>; a comma, or nothing between two conditions, means "and" and takes
/// everything to its right as its operand.
/// </summary>
internal sealed class LabelFilterParser(TokenReader reader)
{
    private const int Or = 1;
    private const int And = 2;

    public LabelFilterExpression Parse() => Parse(Or);

    private LabelFilterExpression Parse(int minPrecedence)
    {
        var left = reader.Nested(ParsePrimary);
        while (true)
        {
            if (reader.AtSymbol(",") || reader.Current.Kind == TokenKind.Identifier || reader.AtSymbol("("))
            {
                reader.TryTakeSymbol(",");
                left = new AndFilterExpression(left, Operand(Or));
            }
            else if (reader.AtKeyword("and") && minPrecedence <= And)
            {
                reader.Take();
                left = new AndFilterExpression(left, Operand(And + 1));
            }
            else if (reader.AtKeyword("or") && minPrecedence <= Or)
            {
                reader.Take();
                left = new OrFilterExpression(left, Operand(And));
            }
            else return left;
        }
    }

    private LabelFilterExpression Operand(int minPrecedence)
    {
        reader.CountOperator();
        return reader.Nested(() => Parse(minPrecedence));
    }

    private LabelFilterExpression ParsePrimary()
    {
        if (reader.TryTakeSymbol("("))
        {
            var inner = Parse(Or);
            reader.ExpectSymbol(")");
            return inner;
        }

        var label = reader.ExpectIdentifier("(");
        var symbol = reader.Current;
        if (SelectorParser.TryOperator(symbol) is { } match && reader.Ahead.Kind == TokenKind.Quoted)
        {
            reader.Take();
            return new StringFilterExpression(LogQlMatchers.ForFilter(label, match, reader.ExpectString()));
        }

        var comparison = TryComparison(symbol) ?? throw UnexpectedOperator();
        reader.Take();
        return ParseValue(label, comparison);
    }

    private LogQlException UnexpectedOperator()
    {
        if (SelectorParser.TryOperator(reader.Current) is null) return reader.Unexpected();
        // =~ and !~ compare with text only.
        reader.Take();
        return reader.Unexpected("STRING");
    }

    private LabelFilterExpression ParseValue(string label, Comparison comparison)
    {
        switch (reader.Current.Kind)
        {
            case TokenKind.Duration:
                return new DurationFilterExpression(label, comparison, reader.Take().Value);
            case TokenKind.Bytes:
                return new BytesFilterExpression(label, comparison, (ulong)reader.Take().Value);
            case TokenKind.Number:
            case TokenKind.Symbol when reader.AtSymbol("-") || reader.AtSymbol("+"):
                return new NumberFilterExpression(label, comparison, MetricParser.ExpectSignedNumber(reader));
            default:
                throw reader.Unexpected();
        }
    }

    private static Comparison? TryComparison(Token token) => token.Kind != TokenKind.Symbol ? null : token.Text switch
    {
        "=" or "==" => Comparison.Equal,
        "!=" => Comparison.NotEqual,
        ">" => Comparison.Greater,
        ">=" => Comparison.GreaterOrEqual,
        "<" => Comparison.Less,
        "<=" => Comparison.LessOrEqual,
        _ => null,
    };
}
