using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>Loki's query formatter: an expression of more than 100 characters is broken into lines, its parts indented by two blanks a level.</summary>
public static class LogQlPrettifier
{
    private const int MaxLineLength = 100;

    public static string Format(Expression expression) => Format(expression, 0);

    private static string Format(Expression expression, int level)
    {
        var plain = LogQlFormatter.Format(expression);
        if (plain.Length <= MaxLineLength) return Indent(level) + plain;
        return expression switch
        {
            LogSelector selector => Selector(selector, level),
            RangeAggregation range => Range(range, level),
            VectorAggregation vector => Vector(vector, level),
            BinaryOperation binary => $"{Format(binary.Left, level + 1)}\n{Indent(level)}{LogQlFormatter.Operator(binary, ", ")}\n{Format(binary.Right, level + 1)}",
            LabelReplacement replace => Call("label_replace", [Format(replace.Operand, level + 1), .. LogQlFormatter.Texts(replace).Select(text => Indent(level + 1) + text)], level),
            _ => Indent(level) + plain,
        };
    }

    private static string Selector(LogSelector selector, int level)
    {
        var lines = new List<string> { Indent(level) + LogQlFormatter.Matchers(selector.Matchers) };
        for (var i = 0; i < selector.Stages.Count;)
        {
            // Line filters that follow each other share a line as long as they fit.
            var filters = selector.Stages.Skip(i).TakeWhile(stage => stage is LineFilterExpression).Select(LogQlFormatter.Format).ToList();
            var together = string.Join(' ', filters);
            if (filters.Count == 0) lines.Add(Stage(selector.Stages[i], level));
            else if (together.Length <= MaxLineLength) lines.Add(Indent(level + 1) + together);
            else lines.AddRange(filters.Select(filter => Indent(level + 1) + filter));
            i += Math.Max(1, filters.Count);
        }

        return string.Join('\n', lines);
    }

    /// <summary>Loki 3.7 behaviour: decolorize is never indented.</summary>
    private static string Stage(StageExpression stage, int level) => (stage is DecolorizeExpression ? "" : Indent(level + 1)) + LogQlFormatter.Format(stage);

    private static string Range(RangeAggregation range, int level)
    {
        var text = Format(range.Range.Selector, level + 1);
        if (range.Range.Unwrap is { } unwrap)
        {
            text += $"\n{Indent(level + 2)}{LogQlFormatter.UnwrapHead(unwrap)}";
            text += string.Concat(unwrap.PostFilters.Select(filter => $"\n{Indent(level + 2)}| {LogQlFormatter.Format(filter)}"));
        }

        text += $" [{Literals.GoDuration.FormatPrometheus(range.Range.Range)}]";
        if (range.Range.Offset != 0) text += $" offset {Literals.GoDuration.FormatPrometheus(range.Range.Offset)}";
        var parameter = range.Parameter is null ? "" : $"{Indent(level + 1)}{LogQlFormatter.Parameter(range)}\n";
        return $"{Indent(level)}{OperationNames.NameOf(range.Operation)}(\n{parameter}{text}\n{Indent(level)}){Grouping(range.Grouping)}";
    }

    private static string Vector(VectorAggregation vector, int level)
    {
        var operand = Format(vector.Operand, level + 1);
        var parameter = FormattableString.Invariant($"{Indent(level + 1)}{vector.Parameter}");
        return Call(OperationNames.NameOf(vector.Operation) + Grouping(vector.Grouping), vector.Parameter > 0 ? [parameter, operand] : [operand], level);
    }

    private static string Call(string head, IReadOnlyList<string> arguments, int level) => $"{Indent(level)}{head}(\n{string.Join(",\n", arguments)}\n{Indent(level)})";

    private static string Grouping(Grouping? grouping) => grouping switch
    {
        null => "",
        { Labels.Count: 0 } => grouping.Without ? " without" : "",
        _ => $" {(grouping.Without ? "without" : "by")} ({string.Join(", ", grouping.Labels)})",
    };

    private static string Indent(int level) => new(' ', level * 2);
}
