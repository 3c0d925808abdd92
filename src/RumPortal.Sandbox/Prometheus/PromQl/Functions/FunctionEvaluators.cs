using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus.PromQl.Evaluation;
using RumPortal.Sandbox.Prometheus.PromQl.Syntax;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Functions;

/// <summary>Puts function calls together out of their arguments.</summary>
internal static class FunctionEvaluators
{
    public static ScalarSource Scalar(FunctionCall call, EvaluationContext context)
    {
        switch (call.Function.Name)
        {
            case "time":
                return static time => time / 1000.0;
            case "pi":
                return static _ => Math.PI;
            case "scalar":
                var vector = Evaluators.Vector(call.Arguments[0], context);
                return time => vector.At(time) is [var single] ? single.Value : double.NaN;
            default:
                throw new InvalidOperationException($"{call.Function.Name} gives no scalar.");
        }
    }

    public static IVectorSource Vector(FunctionCall call, EvaluationContext context)
    {
        var arguments = call.Arguments;
        if (RangeFunctions.Find(call.Function.Name) is { } range) return OfRange(call, range, context);
        if (ElementFunctions.Find(call.Function.Name) is { } element)
        {
            ScalarSource[] parameters = [.. arguments.Skip(1).Select(argument => Evaluators.Scalar(argument, context))];
            return new DistinctVector(new MappedVector(Evaluators.Vector(arguments[0], context), time => element(Array.ConvertAll(parameters, parameter => parameter(time)))));
        }

        return call.Function.Name switch
        {
            "absent" => AbsentVector.Of(arguments[0], context),
            "absent_over_time" => AbsentVector.OverTime(arguments[0], context),
            "histogram_quantile" => Buckets(arguments, context),
            "label_join" => new DistinctVector(Joined(arguments, context)),
            "label_replace" => new DistinctVector(Replaced(arguments, context)),
            "sort" => Sorted(arguments[0], context, static samples => samples.OrderBy(sample => double.IsNaN(sample.Value)).ThenBy(sample => sample.Value)),
            "sort_desc" => Sorted(arguments[0], context, static samples => samples.OrderBy(sample => double.IsNaN(sample.Value)).ThenByDescending(sample => sample.Value)),
            "timestamp" => new DistinctVector(Timestamps(arguments[0], context)),
            "vector" => OfScalar(arguments[0], context),
            _ => throw new InvalidOperationException($"{call.Function.Name} has no evaluator."),
        };
    }

    private static RangeVectorFunction OfRange(FunctionCall call, RangeFunction function, EvaluationContext context)
    {
        var operand = call.Arguments.First(argument => argument.Type == ExpressionType.Matrix);
        var parameter = call.Arguments.FirstOrDefault(argument => argument.Type == ExpressionType.Scalar);
        ScalarSource scalar = parameter is null ? static _ => 0 : Evaluators.Scalar(parameter, context);
        return new(Evaluators.Range(operand, context), function, scalar, keepsName: call.Function.Name == "last_over_time");
    }

    private static VectorFunction Buckets(IReadOnlyList<Expression> arguments, EvaluationContext context)
    {
        var (quantile, buckets) = (Evaluators.Scalar(arguments[0], context), Evaluators.Vector(arguments[1], context));
        return new(time => HistogramQuantile.Of(quantile(time), buckets.At(time)));
    }

    private static RelabeledVector Joined(IReadOnlyList<Expression> arguments, EvaluationContext context) => new(
        Evaluators.Vector(arguments[0], context),
        LabelFunctions.Join(Evaluators.Text(arguments[1]), Evaluators.Text(arguments[2]), [.. arguments.Skip(3).Select(Evaluators.Text)]));

    private static RelabeledVector Replaced(IReadOnlyList<Expression> arguments, EvaluationContext context) => new(
        Evaluators.Vector(arguments[0], context),
        LabelFunctions.Replace(Evaluators.Text(arguments[1]), Evaluators.Text(arguments[2]), Evaluators.Text(arguments[3]), Evaluators.Text(arguments[4])));

    private static VectorFunction Sorted(Expression argument, EvaluationContext context, Func<List<Sample>, IEnumerable<Sample>> sort)
    {
        var operand = Evaluators.Vector(argument, context);
        return new(time => [.. sort(operand.At(time))]);
    }

    /// <summary>Of a selector the times of its samples; of anything else the time of the evaluation.</summary>
    private static IVectorSource Timestamps(Expression argument, EvaluationContext context)
    {
        while (argument is Parentheses parentheses) argument = parentheses.Operand;
        if (argument is VectorSelector selector) return new InstantSelector(selector, context, timestamps: true);
        return new MappedVector(Evaluators.Vector(argument, context), static time => _ => time / 1000.0);
    }

    private static VectorFunction OfScalar(Expression argument, EvaluationContext context)
    {
        var scalar = Evaluators.Scalar(argument, context);
        return new(time => [new(LabelSet.Empty, scalar(time))]);
    }
}
