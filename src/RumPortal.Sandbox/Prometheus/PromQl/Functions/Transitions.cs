namespace RumPortal.Sandbox.Prometheus.PromQl.Functions;

/// <summary>Counts how a value goes from sample to sample.</summary>
internal static class Transitions
{
    public static double Changes(ReadOnlySpan<double> values)
    {
        var changes = 0;
        for (var i = 1; i < values.Length; i++)
            if (values[i] != values[i - 1] && !(double.IsNaN(values[i]) && double.IsNaN(values[i - 1]))) changes++;
        return changes;
    }

    public static double Resets(ReadOnlySpan<double> values)
    {
        var resets = 0;
        for (var i = 1; i < values.Length; i++)
            if (values[i] < values[i - 1]) resets++;
        return resets;
    }
}
