using RumPortal.Sandbox.Literals;

namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

/// <summary>Reads what may stand behind an expression: <c>[5m]</c>, <c>[1h:5m]</c>, <c>offset 5m</c>, <c>@ start()</c>.</summary>
internal sealed class ModifierParser(TokenReader reader)
{
    /// <summary>Milliseconds; leaves room for any offset and range.</summary>
    private const long MaxTime = 1L << 62;

    public Expression Apply(Expression expression, int start)
    {
        while (true)
        {
            if (reader.AtSymbol("[")) expression = Range(expression, start);
            else if (reader.TryTakeWord("offset")) expression = Shifted(expression, start, "offset modifier", WithOffset(start));
            else if (reader.TryTakeSymbol("@")) expression = Shifted(expression, start, "@ modifier", WithAnchor(start));
            else return expression;
        }
    }

    private Expression Range(Expression expression, int start)
    {
        reader.Take();
        var range = Duration("range");
        if (reader.TryTakeSymbol(":"))
        {
            long? step = reader.AtSymbol("]") ? null : Duration("subquery");
            reader.ExpectSymbol("]", "subquery selector");
            return expression.Type == ExpressionType.Vector
                ? new Subquery(expression, range, step, TimeShift.None)
                : throw reader.Error(start, $"subquery is only allowed on instant vector, got {expression.Type.Document()} instead");
        }

        reader.ExpectSymbol("]", "subquery or range");
        if (expression is not VectorSelector selector) throw reader.Error(start, "ranges only allowed for vector selectors");
        if (selector.Shift.Offset is not null) throw reader.Error(start, "no offset modifiers allowed before range");
        // Prometheus 2.42 behaviour: start() and end() slip through.
        if (selector.Shift.At is { Anchor: AtAnchor.Time }) throw reader.Error(start, "no @ modifiers allowed before range");
        return new MatrixSelector(selector, range);
    }

    private Func<TimeShift, TimeShift> WithOffset(int start)
    {
        var negative = reader.TryTakeSymbol("-");
        var offset = Duration("offset");
        return shift => shift.Offset is null ? shift with { Offset = negative ? -offset : offset } : throw reader.Error(start, "offset may not be set multiple times");
    }

    private Func<TimeShift, TimeShift> WithAnchor(int start)
    {
        var at = Anchor();
        return shift => shift.At is null ? shift with { At = at } : throw reader.Error(start, "@ <timestamp> may not be set multiple times");
    }

    private AtModifier Anchor()
    {
        foreach (var anchor in (ReadOnlySpan<AtAnchor>)[AtAnchor.Start, AtAnchor.End])
            if (reader.TryTakeWord(anchor.ToString()))
            {
                reader.ExpectSymbol("(", "@");
                reader.ExpectSymbol(")", "@");
                return new(anchor);
            }

        var negative = reader.TryTakeSymbol("-");
        if (!negative) reader.TryTakeSymbol("+");
        var token = reader.Current;
        // Infinity and NaN are numbers to the lexer of Prometheus, but no times.
        if (token.Kind is not (TokenKind.Number or TokenKind.Identifier) || !NumberText.TryParse(token.Text, out var seconds)) throw reader.Unexpected("@", "timestamp");
        reader.Take();
        if (!(seconds * 1000 < MaxTime)) throw reader.Error(token.Position, $"timestamp out of bounds for @ modifier: {token.Text}");
        return new(AtAnchor.Time, (long)Math.Round(negative ? -seconds * 1000 : seconds * 1000, MidpointRounding.AwayFromZero));
    }

    private Expression Shifted(Expression expression, int start, string modifier, Func<TimeShift, TimeShift> shift) => expression switch
    {
        VectorSelector selector => selector with { Shift = shift(selector.Shift) },
        MatrixSelector matrix => matrix with { Selector = matrix.Selector with { Shift = shift(matrix.Selector.Shift) } },
        Subquery subquery => subquery with { Shift = shift(subquery.Shift) },
        _ => throw reader.Error(start, $"{modifier} must be preceded by an instant vector selector or range vector selector or a subquery"),
    };

    /// <summary>Milliseconds.</summary>
    private long Duration(string context)
    {
        var token = reader.Expect(TokenKind.Duration, context);
        if (!GoDuration.TryParsePrometheus(token.Text, out var nanoseconds, out var error)) throw reader.Error(token.Position, error);
        return nanoseconds > 0 ? nanoseconds / GoDuration.Millisecond : throw reader.Error(token.Position, "duration must be greater than 0");
    }
}
