using static RumPortal.Sandbox.Prometheus.PromQl.Syntax.ExpressionType;

namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

/// <summary>The functions that the sandbox's Prometheus has, and those that only a real one has.</summary>
internal static class FunctionSignatures
{
    private static readonly Dictionary<string, FunctionSignature> All = Create().ToDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>Functions of Prometheus 2.42 that are left out: the error names them, so that nobody takes them for a typing error.</summary>
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal)
    {
        "acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "sin", "sinh", "tan", "tanh", "deg", "rad",
        "holt_winters", "histogram_count", "histogram_sum", "histogram_fraction",
        "day_of_month", "day_of_week", "day_of_year", "days_in_month", "hour", "minute", "month", "year",
    };

    public static FunctionSignature? Find(string name) => All.GetValueOrDefault(name);

    public static bool IsLeftOut(string name) => LeftOut.Contains(name);

    private static IEnumerable<FunctionSignature> Create()
    {
        string[] ofVectors = ["abs", "absent", "ceil", "exp", "floor", "ln", "log10", "log2", "sgn", "sort", "sort_desc", "sqrt", "timestamp"];
        string[] ofMatrices =
        [
            "absent_over_time", "avg_over_time", "changes", "count_over_time", "delta", "deriv", "idelta", "increase", "irate", "last_over_time", "max_over_time",
            "min_over_time", "present_over_time", "rate", "resets", "stddev_over_time", "stdvar_over_time", "sum_over_time",
        ];
        foreach (var name in ofVectors) yield return new(name, Vector, [Vector]);
        foreach (var name in ofMatrices) yield return new(name, Vector, [Matrix]);
        yield return new("clamp", Vector, [Vector, Scalar, Scalar]);
        yield return new("clamp_max", Vector, [Vector, Scalar]);
        yield return new("clamp_min", Vector, [Vector, Scalar]);
        yield return new("histogram_quantile", Vector, [Scalar, Vector]);
        yield return new("label_join", Vector, [Vector, Text, Text, Text], FunctionSignature.Unlimited);
        yield return new("label_replace", Vector, [Vector, Text, Text, Text, Text]);
        yield return new("pi", Scalar, []);
        yield return new("predict_linear", Vector, [Matrix, Scalar]);
        yield return new("quantile_over_time", Vector, [Scalar, Matrix]);
        yield return new("round", Vector, [Vector, Scalar], Optional: 1);
        yield return new("scalar", Scalar, [Vector]);
        yield return new("time", Scalar, []);
        yield return new("vector", Vector, [Scalar]);
    }
}
