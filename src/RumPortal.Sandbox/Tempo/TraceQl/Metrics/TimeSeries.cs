namespace RumPortal.Sandbox.Tempo.TraceQl.Metrics;

/// <summary>A series of a metrics query.</summary>
/// <param name="Labels">What the spans in it have in common.</param>
/// <param name="Values">One for each interval; NaN for none.</param>
public sealed record TimeSeries(IReadOnlyList<(string Name, Value Value)> Labels, double[] Values)
{
    public string LabelText { get; } = string.Join(", ", Labels.Select(label => $"{label.Name}={label.Value}"));
}
