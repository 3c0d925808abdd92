using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>Which labels the samples of a range aggregation keep. <paramref name="Labels"/> are sorted; empty without <paramref name="NoLabels"/> means all.</summary>
internal sealed record SampleGrouping(bool Without, IReadOnlyList<string> Labels, bool NoLabels)
{
    public static SampleGrouping All { get; } = new(false, [], false);

    public static SampleGrouping Nothing { get; } = new(false, [], true);

    public static SampleGrouping Of(Grouping? grouping) => grouping is null ? All
        : new(grouping.Without, [.. grouping.Labels.Distinct().Order(StringComparer.Ordinal)], grouping.IsSingleton);

    /// <summary>A value taken from a label takes the label away: it would make every sample a series of its own.</summary>
    public SampleGrouping WithoutLabel(string label) =>
        Labels.Count > 0 && !Without ? this : this with { Without = true, Labels = [.. Labels.Append(label).Distinct().Order(StringComparer.Ordinal)] };
}
