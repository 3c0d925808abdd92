namespace RumPortal.Domain.Vitals.Recording;

/// <summary>
/// Decides before a rule is written whether it stays within the series limit of a query; beyond it the log store fails the whole
/// evaluation and the interval is lost. The estimate is the largest number of distinct (bucket x label) combinations seen in one
/// interval of the last 24 hours, times two.
/// </summary>
public static class SeriesBudget
{
    /// <summary>What a log store allows a query unless it is configured otherwise (<c>max_query_series</c>).</summary>
    public const int DefaultLimit = 500;

    /// <summary>Room for growth and for a day that is busier than the last one.</summary>
    private const int Headroom = 2;

    // Far beyond any limit, and sums of it do not overflow.
    private const long Absurd = 1_000_000_000;

    /// <param name="seen">Combinations by interval and vital, with all labels that the rule writes; those of the environment are among them.</param>
    /// <param name="without">The same without one dimension, for each dimension that could be dropped.</param>
    public static BudgetDecision Decide(
        DimensionSet set, IReadOnlyCollection<CombinationCount> seen,
        IReadOnlyDictionary<string, IReadOnlyCollection<CombinationCount>> without, int limit = DefaultLimit)
    {
        var (whole, largest) = Estimate(seen);
        if (whole <= limit)
        {
            var found = whole == 0 ? "Nothing was measured in the last 24 hours;" : $"About {whole} series of {limit}:";
            return new(BudgetOutcome.OneRule, whole, limit, null, $"{found} one rule records all vitals.");
        }
        if (largest <= limit)
        {
            var split = $"About {whole} series are beyond {limit}; split by vital the largest rule has about {largest}.";
            return new(BudgetOutcome.RulePerVital, largest, limit, null, split);
        }
        var (dimension, left) = Cheapest(set, without);
        var refusal = $"About {largest} series for one vital alone are beyond {limit}. Drop {dimension}{Remainder(left, limit)}.";
        return new(BudgetOutcome.Refused, largest, limit, dimension, refusal);
    }

    /// <summary>The largest interval of all vitals together, and the largest of one vital alone, both with headroom.</summary>
    private static (long Whole, long LargestVital) Estimate(IReadOnlyCollection<CombinationCount> seen)
    {
        var counted = seen.Select(count => count with { Combinations = Math.Clamp(count.Combinations, 0, Absurd) }).ToList();
        var whole = counted.GroupBy(count => count.Interval).Select(interval => interval.Sum(count => count.Combinations)).DefaultIfEmpty().Max();
        var largest = counted.Select(count => count.Combinations).DefaultIfEmpty().Max();
        return (whole * Headroom, largest * Headroom);
    }

    /// <summary>Without figures the dimension that was chosen last is the one that is needed least.</summary>
    private static (string Dimension, long? Left) Cheapest(DimensionSet set, IReadOnlyDictionary<string, IReadOnlyCollection<CombinationCount>> without)
    {
        (string Dimension, long? Left) cheapest = (set.Dimensions[^1], null);
        foreach (var dimension in set.Dimensions.Reverse())
        {
            if (!without.TryGetValue(dimension, out var seen)) continue;
            var left = Estimate(seen).LargestVital;
            if (cheapest.Left is null || left < cheapest.Left) cheapest = (dimension, left);
        }
        return cheapest;
    }

    private static string Remainder(long? left, int limit) => left switch
    {
        null => "",
        _ when left <= limit => $": about {left} are left",
        _ => $": about {left} are left, so another one has to go as well",
    };
}
