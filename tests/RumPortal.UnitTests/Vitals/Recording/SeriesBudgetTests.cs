using RumPortal.Domain.Vitals.Recording;

namespace RumPortal.UnitTests.Vitals.Recording;

public sealed class SeriesBudgetTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Decide_WithinTheLimit_IsOneRuleByTheBusiestIntervalTwice()
    {
        // The largest interval counts, not the largest of each vital.
        var decision = Decide([Seen(0, "lcp", 100), Seen(0, "cls", 20), Seen(5, "lcp", 60), Seen(5, "cls", 90)]);

        Assert.Equal(new BudgetDecision(BudgetOutcome.OneRule, 300, 500, null, "About 300 series of 500: one rule records all vitals."), decision);
    }

    [Fact]
    public void Decide_AtTheLimitAndBeyond_SplitsByVital()
    {
        Assert.Equal(BudgetOutcome.OneRule, Decide([Seen(0, "lcp", 250)]).Outcome);
        Assert.Equal(
            new BudgetDecision(BudgetOutcome.RulePerVital, 400, 500, null, "About 502 series are beyond 500; split by vital the largest rule has about 400."),
            Decide([Seen(0, "lcp", 200), Seen(0, "cls", 51)]));
    }

    [Fact]
    public void Decide_OneVitalBeyondTheLimit_RefusesAndNamesTheDimensionToDrop()
    {
        var decision = Decide([Seen(0, "lcp", 900)], ("app_version", 500), ("browser_os", 220), ("page_id", 700));

        Assert.Equal(
            new BudgetDecision(BudgetOutcome.Refused, 1800, 500, "browser_os", "About 1800 series for one vital alone are beyond 500. Drop browser_os: about 440 are left."), decision);
    }

    [Fact]
    public void Decide_WhereOneDropIsNotEnough_SaysSo() => Assert.Equal(
        "About 1800 series for one vital alone are beyond 500. Drop page_id: about 600 are left, so another one has to go as well.",
        Decide([Seen(0, "lcp", 900)], ("browser_os", 300), ("page_id", 300)).Sentence);

    [Fact]
    public void Decide_WithoutFiguresOfDrops_NamesTheLastDimension() =>
        Assert.Equal(("page_id", "About 1800 series for one vital alone are beyond 500. Drop page_id."), (Decide([Seen(0, "lcp", 900)]).Drop, Decide([Seen(0, "lcp", 900)]).Sentence));

    [Fact]
    public void Decide_WithoutTraffic_IsOneRuleThatSaysSo() =>
        Assert.Equal("Nothing was measured in the last 24 hours; one rule records all vitals.", Decide([Seen(0, "lcp", -4)]).Sentence);

    [Fact]
    public void Decide_AbsurdCounts_DoesNotOverflow() => Assert.Equal(BudgetOutcome.Refused, Decide([Seen(0, "lcp", long.MaxValue), Seen(0, "cls", long.MaxValue)]).Outcome);

    private static BudgetDecision Decide(CombinationCount[] seen, params (string Dimension, long Combinations)[] without)
    {
        Assert.True(DimensionSet.TryCreate("cube", ["app_version", "browser_os", "page_id"], out var set, out _));
        return SeriesBudget.Decide(set, seen,
            without.ToDictionary(drop => drop.Dimension, IReadOnlyCollection<CombinationCount> (drop) => [Seen(0, "lcp", drop.Combinations)]));
    }

    private static CombinationCount Seen(int minute, string vital, long combinations) => new(Noon.AddMinutes(minute), vital, combinations);
}
