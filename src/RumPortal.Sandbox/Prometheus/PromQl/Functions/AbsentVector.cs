using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus.PromQl.Evaluation;
using RumPortal.Sandbox.Prometheus.PromQl.Syntax;
using RumPortal.Sandbox.Prometheus.Store;

namespace RumPortal.Sandbox.Prometheus.PromQl.Functions;

/// <summary><c>absent</c> and <c>absent_over_time</c>: one sample of 1 when there is nothing, with the labels that the selector demands.</summary>
internal static class AbsentVector
{
    public static IVectorSource Of(Expression argument, EvaluationContext context)
    {
        var (labels, vector) = (Labels(argument), Evaluators.Vector(argument, context));
        return new VectorFunction(time => vector.At(time).Count > 0 ? [] : [new(labels, 1)]);
    }

    public static IVectorSource OverTime(Expression argument, EvaluationContext context)
    {
        var (labels, range) = (Labels(argument), Evaluators.Range(argument, context));
        return new VectorFunction(time => range.Series.Any(series => range.Window(series, time).Count > 0) ? [] : [new(labels, 1)]);
    }

    private static LabelSet Labels(Expression argument) => argument switch
    {
        Parentheses parentheses => Labels(parentheses.Operand),
        VectorSelector selector => Demanded(selector.Matchers),
        MatrixSelector matrix => Demanded(matrix.Selector.Matchers),
        _ => LabelSet.Empty,
    };

    /// <summary>What the matchers want equal to something. Prometheus 2.42 behaviour: a second matcher of the same label makes it uncertain, and it is left out.</summary>
    private static LabelSet Demanded(IReadOnlyList<LabelMatcher> matchers)
    {
        var (labels, seen) = (LabelSet.Empty, new HashSet<string>());
        foreach (var matcher in matchers.Where(matcher => matcher.Name != MetricNames.Label))
            labels = labels.With(matcher.Name, matcher.Operator == MatchOperator.Equal && seen.Add(matcher.Name) ? matcher.Value : "");
        return labels;
    }
}
