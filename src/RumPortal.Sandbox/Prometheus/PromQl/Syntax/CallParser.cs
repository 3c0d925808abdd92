using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus.Store;

namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

/// <summary>Reads calls of functions and aggregations, and checks their arguments.</summary>
internal sealed class CallParser(TokenReader reader, Func<Expression> parseExpression)
{
    /// <summary>Whether the current word is an aggregation; alone it would be a metric's name.</summary>
    public bool AtAggregation => AggregationOperators.Find(reader.Current) is not null && (reader.Ahead.IsSymbol("(") || reader.Ahead.IsWord("by") || reader.Ahead.IsWord("without"));

    public bool AtFunction => reader.Current.Kind == TokenKind.Identifier && reader.Ahead.IsSymbol("(");

    public Aggregation Aggregation()
    {
        var name = reader.Take();
        var operation = AggregationOperators.Find(name) ?? throw reader.Error(name.Position, $"unknown aggregation {name.Text}");
        var grouping = TryGrouping();
        var arguments = Arguments("aggregation");
        grouping ??= TryGrouping() ?? new Grouping(false, []);
        var wanted = operation.ParameterType() is null ? 1 : 2;
        if (arguments.Count == 0) throw reader.Error(name.Position, "no arguments for aggregate expression provided");
        if (arguments.Count != wanted)
            throw reader.Error(name.Position, FormattableString.Invariant($"wrong number of arguments for aggregate expression provided, expected {wanted}, got {arguments.Count}"));
        var (operand, position) = arguments[^1];
        ExpectType(operand, position, ExpressionType.Vector, "aggregation expression");
        if (operation.ParameterType() is not { } type) return new(operation, operand, null, grouping);
        ExpectType(arguments[0].Value, arguments[0].Position, type, "aggregation parameter");
        return new(operation, operand, arguments[0].Value, grouping);
    }

    public FunctionCall Function()
    {
        var name = reader.Take();
        if (FunctionSignatures.IsLeftOut(name.Text)) throw reader.Error(name.Position, $"function \"{name.Text}\" is not supported by the sandbox's Prometheus");
        var function = FunctionSignatures.Find(name.Text) ?? throw reader.Error(name.Position, $"unknown function with name \"{name.Text}\"");
        var arguments = Arguments("function call");
        if (arguments.Count < function.Least || arguments.Count > function.Most) throw WrongCount(function, name.Position, arguments.Count);
        for (var i = 0; i < arguments.Count; i++)
            ExpectType(arguments[i].Value, arguments[i].Position, function.ArgumentType(i), $"call to function \"{name.Text}\"");
        return new(function, [.. arguments.Select(argument => argument.Value)]);
    }

    /// <summary>Reads <c>(a, b)</c>; the list may be empty.</summary>
    public List<string> Labels()
    {
        const string Context = "grouping opts";
        reader.ExpectSymbol("(", Context);
        var labels = new List<string>();
        while (!reader.TryTakeSymbol(")"))
        {
            if (reader.Current.Kind != TokenKind.Identifier || !MetricNames.IsLabelName(reader.Current.Text)) throw reader.Unexpected(Context, "label");
            labels.Add(reader.Take().Text);
            if (!reader.TryTakeSymbol(",") && !reader.AtSymbol(")")) throw reader.Unexpected(Context, "\",\"", "\")\"");
        }

        return labels;
    }

    private Grouping? TryGrouping()
    {
        if (reader.TryTakeWord("by")) return new(false, Labels());
        return reader.TryTakeWord("without") ? new(true, Labels()) : null;
    }

    private List<(Expression Value, int Position)> Arguments(string context)
    {
        reader.ExpectSymbol("(", context);
        var arguments = new List<(Expression, int)>();
        if (reader.TryTakeSymbol(")")) return arguments;
        while (true)
        {
            var position = reader.Current.Position;
            arguments.Add((parseExpression(), position));
            if (reader.TryTakeSymbol(")")) return arguments;
            reader.ExpectSymbol(",", context);
            if (reader.AtSymbol(")")) throw reader.Error(reader.Current.Position, "trailing commas not allowed in function call args");
        }
    }

    private void ExpectType(Expression expression, int position, ExpressionType type, string context)
    {
        if (expression.Type != type) throw reader.Error(position, $"expected type {type.Document()} in {context}, got {expression.Type.Document()}");
    }

    private PromQlException WrongCount(FunctionSignature function, int position, int count)
    {
        var (bound, expected) = function.Optional == 0 ? ("", function.Least) : count < function.Least ? ("at least ", function.Least) : ("at most ", function.Most);
        return reader.Error(position, FormattableString.Invariant($"expected {bound}{expected} argument(s) in call to \"{function.Name}\", got {count}"));
    }
}
