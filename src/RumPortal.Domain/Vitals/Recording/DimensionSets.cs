using System.Collections.Immutable;

namespace RumPortal.Domain.Vitals.Recording;

/// <summary>The dimension sets of one app. Each records every measurement, so one set answers a question alone.</summary>
public sealed record DimensionSets(ImmutableArray<DimensionSet> Sets)
{
    public static DimensionSets None { get; } = new([]);

    /// <summary>
    /// The set that answers a question with the fewest series: the one with the fewest dimensions among those that hold all labels;
    /// the first of equals. Null when no set holds them all, so that the question goes to the lines themselves.
    /// </summary>
    /// <param name="labels">The labels to group by and those of all filters.</param>
    public DimensionSet? Choose(IEnumerable<string> labels)
    {
        var asked = labels.ToList();
        return Sets.Where(set => set.Holds(asked)).MinBy(set => set.Dimensions.Length);
    }

    /// <summary>Which of the labels no set records.</summary>
    public ImmutableArray<string> Missing(IEnumerable<string> labels) => [.. labels.Distinct().Where(label => !Sets.Any(set => set.Holds([label])))];
}
