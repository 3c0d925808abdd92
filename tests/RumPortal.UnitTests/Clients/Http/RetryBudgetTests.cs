using RumPortal.Clients.Http;

namespace RumPortal.UnitTests.Clients.Http;

public sealed class RetryBudgetTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(19, 1)]
    [InlineData(20, 2)]
    [InlineData(205, 20)]
    public void Budget_AfterSomeCalls_IsATenthOfThemAndAtLeastOne(int calls, int retries)
    {
        var budget = new RetryBudget(new ManualTime());
        for (var i = 0; i < calls; i++) budget.CountCall();

        Assert.Equal(retries, Enumerable.Range(0, 100).Count(_ => budget.TryTake()));
    }

    [Fact]
    public void Budget_OfAMinute_ForgetsTheMinuteBefore()
    {
        var time = new ManualTime();
        var budget = new RetryBudget(time);
        for (var i = 0; i < 100; i++) budget.CountCall();
        time.Advance(TimeSpan.FromSeconds(30));
        for (var i = 0; i < 10; i++) Assert.True(budget.TryTake());
        Assert.False(budget.TryTake());

        time.Advance(TimeSpan.FromSeconds(31));
        Assert.False(budget.TryTake());
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.True(budget.TryTake());
        Assert.False(budget.TryTake());

        time.Advance(TimeSpan.FromHours(5));
        Assert.True(budget.TryTake());
    }
}
