namespace RumPortal.Sandbox.Prometheus.PromQl.Functions;

/// <summary>Functions of single values; null leaves the sample out. The parameters are the scalars behind the vector.</summary>
internal static class ElementFunctions
{
    private static readonly Dictionary<string, Func<double[], Func<double, double?>>> All = new(StringComparer.Ordinal)
    {
        ["abs"] = static _ => static value => Math.Abs(value),
        ["ceil"] = static _ => static value => Math.Ceiling(value),
        ["floor"] = static _ => static value => Math.Floor(value),
        ["exp"] = static _ => static value => Math.Exp(value),
        ["sqrt"] = static _ => static value => Math.Sqrt(value),
        ["ln"] = static _ => static value => Math.Log(value),
        ["log2"] = static _ => static value => Math.Log2(value),
        ["log10"] = static _ => static value => Math.Log10(value),
        ["sgn"] = static _ => static value => value < 0 ? -1 : value > 0 ? 1 : value,
        ["round"] = static parameters => Round(parameters.Length == 0 ? 1 : parameters[0]),
        ["clamp"] = static parameters => parameters[1] < parameters[0] ? static _ => null : value => Math.Max(parameters[0], Math.Min(parameters[1], value)),
        ["clamp_min"] = static parameters => value => Math.Max(parameters[0], value),
        ["clamp_max"] = static parameters => value => Math.Min(parameters[0], value),
    };

    public static Func<double[], Func<double, double?>>? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>To the nearest multiple, ties upwards. Multiplies by the inverse, as Prometheus does, which is exact for 0.1 where division is not.</summary>
    private static Func<double, double?> Round(double nearest)
    {
        var inverse = 1 / nearest;
        return value => Math.Floor((value * inverse) + 0.5) / inverse;
    }
}
