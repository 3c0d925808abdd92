using System.Collections.Immutable;

namespace RumPortal.Domain.Querying;

/// <summary>Numbers over time under one set of labels, in the order of time. The answer at one instant has one sample a series.</summary>
public sealed record Series(LabelSet Labels, ImmutableArray<Sample> Samples)
{
    /// <summary>All values together, for counts over neighbouring windows. Values that are no number do not count.</summary>
    public double Sum() => Samples.Where(sample => double.IsFinite(sample.Value)).Sum(sample => sample.Value);
}
