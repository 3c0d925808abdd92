using RumPortal.Domain.Sessions;

namespace RumPortal.UnitTests.Sessions;

public sealed class ClockSkewTests
{
    [Theory]
    [InlineData(new[] { 0.4, 1.2, 0.9 }, 0.0)] // the way itself
    [InlineData(new[] { 0.4, 180, 240 }, 0.0)] // held batches arrive late; one line came straight
    [InlineData(new[] { -1.0, 0.2, 2.0 }, -1.0)] // the browser is ahead: nothing arrives before it was written
    [InlineData(new[] { 3600.5, 3601.0, 3700.0 }, 3600.5)] // an hour behind
    [InlineData(new[] { 0.5, 0.6, 0.7, -2.5e11 }, 0.0)] // one line of the year 9999 moves nothing
    [InlineData(new[] { 7200.0, 7200.3, 7201.0, 0.2 }, 7200.0)] // nor does one line with an invented time close to ours
    public void Estimate_Delays_FindsTheCorrection(double[] delays, double expected)
    {
        var skew = ClockSkew.Estimate(delays.Select(TimeSpan.FromSeconds).ToList());

        Assert.Equal(TimeSpan.FromSeconds(expected), skew.Correction);
    }

    [Fact]
    public void Estimate_NoDelays_CorrectsNothing() => Assert.False(ClockSkew.Estimate([]).IsCorrected);

    [Fact]
    public void Correct_AtTheEdgeOfTime_StaysWithin()
    {
        Assert.Equal(DateTimeOffset.MaxValue, new ClockSkew(TimeSpan.FromDays(2)).Correct(DateTimeOffset.MaxValue.AddDays(-1)));
        Assert.Equal(DateTimeOffset.MinValue, new ClockSkew(TimeSpan.FromDays(-2)).Correct(DateTimeOffset.MinValue.AddDays(1)));
    }
}
