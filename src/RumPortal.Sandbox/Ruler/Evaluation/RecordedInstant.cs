using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Ruler.Evaluation;

/// <summary>What a rule records at one time (nanoseconds), or why it records nothing.</summary>
internal sealed record RecordedInstant(long Time, IReadOnlyDictionary<LabelSet, double> Samples, string? Error)
{
    private static readonly Dictionary<LabelSet, double> None = [];

    public static RecordedInstant Failed(long time, string error) => new(time, None, error);
}
