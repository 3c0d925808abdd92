using RumPortal.Sandbox.Literals;

namespace RumPortal.UnitTests.Sandbox.Loki.Literals;

public sealed class GoDurationTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("5m", 300_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("1d", 86_400_000)]
    [InlineData("1w2d", 777_600_000)]
    [InlineData("1y", 31_536_000_000)]
    [InlineData("1s500ms", 1_500)]
    public void TryParsePrometheus_OfADuration_ReadsIt(string text, long milliseconds)
    {
        Assert.True(GoDuration.TryParsePrometheus(text, out var nanoseconds, out _));
        Assert.Equal(milliseconds * GoDuration.Millisecond, nanoseconds);
    }

    [Theory]
    [InlineData("", "empty duration string")]
    [InlineData("5", "not a valid duration string: \"5\"")]
    [InlineData("1.5h", "unknown unit \".\" in duration \"1.5h\"")]
    [InlineData("5minutes", "unknown unit \"minutes\" in duration \"5minutes\"")]
    [InlineData("1m1h", "not a valid duration string: \"1m1h\"")]
    [InlineData("5m5m", "not a valid duration string: \"5m5m\"")]
    [InlineData(" 5m", "not a valid duration string: \" 5m\"")]
    [InlineData("999999999999y", "duration out of range")]
    public void TryParsePrometheus_OfSomethingElse_SaysWhy(string text, string expected)
    {
        Assert.False(GoDuration.TryParsePrometheus(text, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Theory]
    [InlineData("1.5h", 5_400_000_000_000)]
    [InlineData("-2s", -2_000_000_000)]
    [InlineData("300ms", 300_000_000)]
    [InlineData("1m30s", 90_000_000_000)]
    [InlineData("7µs", 7_000)]
    [InlineData("15ns", 15)]
    [InlineData("0", 0)]
    public void TryParseGo_OfADuration_ReadsIt(string text, long expected)
    {
        Assert.True(GoDuration.TryParseGo(text, out var nanoseconds, out _));
        Assert.Equal(expected, nanoseconds);
    }

    [Theory]
    [InlineData("", "time: invalid duration \"\"")]
    [InlineData("12", "time: missing unit in duration \"12\"")]
    [InlineData("1d", "time: unknown unit \"d\" in duration \"1d\"")]
    [InlineData("fast", "time: invalid duration \"fast\"")]
    [InlineData("1.2.3s", "time: invalid duration \"1.2.3s\"")]
    public void TryParseGo_OfSomethingElse_SaysWhatGoSays(string text, string expected)
    {
        Assert.False(GoDuration.TryParseGo(text, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Theory]
    [InlineData(721, "30d1h", "721h0m0s")]
    [InlineData(24 * 7, "1w", "168h0m0s")]
    [InlineData(24 * 8, "8d", "192h0m0s")]
    [InlineData(0, "0s", "0s")]
    public void Format_OfHours_HasBothForms(long hours, string prometheus, string go)
    {
        Assert.Equal(prometheus, GoDuration.FormatPrometheus(hours * GoDuration.Hour));
        Assert.Equal(go, GoDuration.FormatGo(hours * GoDuration.Hour));
    }

    [Theory]
    [InlineData(1_500_000_000, "1.5s")]
    [InlineData(90_250_000_000, "1m30.25s")]
    [InlineData(200_000_000, "200ms")]
    [InlineData(1_500, "1.5µs")]
    [InlineData(-12, "-12ns")]
    public void FormatGo_OfFractions_UsesTheLargestUnit(long nanoseconds, string expected) => Assert.Equal(expected, GoDuration.FormatGo(nanoseconds));
}
