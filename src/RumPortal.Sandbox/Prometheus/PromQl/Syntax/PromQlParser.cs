using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

/// <summary>Reads PromQL as Prometheus 2.42 does and checks the types of everything that is put together.</summary>
public sealed class PromQlParser
{
    private static readonly string[] NeverNames = ["bool", "on", "ignoring", "group_left", "group_right"];

    private readonly TokenReader _reader;
    private readonly SelectorParser _selectors;
    private readonly ModifierParser _modifiers;
    private readonly CallParser _calls;

    private PromQlParser(string query)
    {
        _reader = new(query);
        _selectors = new(_reader);
        _modifiers = new(_reader);
        _calls = new(_reader, Whole);
    }

    /// <exception cref="PromQlException">The text is no query.</exception>
    public static Expression Parse(string query)
    {
        var parser = new PromQlParser(query);
        if (parser._reader.Current.Kind == TokenKind.End) throw parser._reader.Error(0, "no expression found in input");
        var expression = parser.Whole();
        return parser._reader.Current.Kind == TokenKind.End ? expression : throw parser._reader.Unexpected("");
    }

    /// <summary>Reads a selector and nothing else, as <c>match[]</c> takes it.</summary>
    /// <exception cref="PromQlException">The text is no selector.</exception>
    public static IReadOnlyList<LabelMatcher> ParseSelector(string text)
    {
        var parser = new PromQlParser(text);
        if (!parser._selectors.AtSelector) throw parser._reader.Unexpected("");
        var selector = parser._selectors.Parse();
        return parser._reader.Current.Kind == TokenKind.End ? selector.Matchers : throw parser._reader.Unexpected("");
    }

    private Expression Whole() => _reader.Nested(() => Binary(0));

    /// <summary>Operators that bind at least as tightly as asked for.</summary>
    private Expression Binary(int precedence)
    {
        var start = _reader.Current.Position;
        var left = Unary();
        while (BinaryOperators.Find(_reader.Current) is { } operation && operation.Precedence() >= precedence)
        {
            _reader.Take();
            _reader.CountOperator();
            var returnsBool = _reader.TryTakeWord("bool");
            var matching = Matching();
            var right = _reader.Nested(() => Binary(operation == BinaryOperator.Power ? operation.Precedence() : operation.Precedence() + 1));
            var whole = new BinaryOperation(operation, left, right, returnsBool, matching ?? VectorMatching.Default);
            if (OperandRules.Violation(whole) is { } violation) throw _reader.Error(start, violation);
            left = whole;
        }

        return left;
    }

    private VectorMatching? Matching()
    {
        var on = _reader.AtWord("on");
        if (!on && !_reader.AtWord("ignoring")) return null;
        _reader.Take();
        var labels = _calls.Labels();
        var left = _reader.AtWord("group_left");
        if (!left && !_reader.AtWord("group_right")) return new(MatchCardinality.OneToOne, on, labels, []);
        _reader.Take();
        var include = _reader.AtSymbol("(") ? _calls.Labels() : [];
        return new(left ? MatchCardinality.ManyToOne : MatchCardinality.OneToMany, on, labels, include);
    }

    /// <summary>A sign binds more loosely than the power: <c>-2^2</c> is -4.</summary>
    private Expression Unary()
    {
        var negative = _reader.AtSymbol("-");
        if (!negative && !_reader.AtSymbol("+"))
        {
            var start = _reader.Current.Position;
            return _modifiers.Apply(Operand(), start);
        }

        _reader.Take();
        var position = _reader.Current.Position;
        var operand = _reader.Nested(() => Binary(BinaryOperator.Power.Precedence()));
        if (operand.Type is not (ExpressionType.Scalar or ExpressionType.Vector))
            throw _reader.Error(position, $"unary expression only allowed on expressions of type scalar or instant vector, got \"{operand.Type.Document()}\"");
        return negative ? new Negation(operand) : operand;
    }

    private Expression Operand()
    {
        var token = _reader.Current;
        if (token.Kind == TokenKind.Quoted) return new StringLiteral(_reader.Take().Text);
        if (token.Kind == TokenKind.Number)
        {
            _reader.Take();
            return NumberText.TryParse(token.Text, out var number) ? new NumberLiteral(number) : throw _reader.Error(token.Position, $"error parsing number: \"{token.Text}\"");
        }

        if (_reader.TryTakeSymbol("("))
        {
            var inner = Whole();
            _reader.ExpectSymbol(")", "paren expression");
            return new Parentheses(inner);
        }

        if (_calls.AtAggregation) return _calls.Aggregation();
        if (token.Kind == TokenKind.Identifier && NumberText.TrySpecial(token.Text, out var special))
        {
            _reader.Take();
            return new NumberLiteral(special);
        }

        if (!_selectors.AtSelector || NeverNames.Any(token.IsWord)) throw _reader.Unexpected("");
        return _calls.AtFunction ? _calls.Function() : _selectors.Parse();
    }
}
