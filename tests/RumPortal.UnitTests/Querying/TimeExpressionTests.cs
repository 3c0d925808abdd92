using RumPortal.Domain.Querying;

namespace RumPortal.UnitTests.Querying;

public sealed class TimeExpressionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("now", "2026-11-23T12:00:00Z")]
    [InlineData("now-30s", "2026-11-23T11:59:30Z")]
    [InlineData("now-15m", "2026-11-23T11:45:00Z")]
    [InlineData("now-6h", "2026-11-23T06:00:00Z")]
    [InlineData("now-7d", "2026-11-16T12:00:00Z")]
    [InlineData("now-2w", "2026-11-09T12:00:00Z")]
    [InlineData("2026-11-20T06:00:00+08:00", "2026-11-19T22:00:00Z")]
    [InlineData("2026-11-20T06:00:00.25Z", "2026-11-20T06:00:00.25Z")]
    [InlineData("2026-11-20T06:00:00", "2026-11-20T06:00:00Z")]
    [InlineData("2026-11-20", "2026-11-20T00:00:00Z")]
    public void TryParse_LegalText_ResolvesToTheInstant(string text, string expected)
    {
        Assert.True(TimeExpression.TryParse(text, out var expression));
        Assert.Equal(DateTimeOffset.Parse(expected, null), expression.Resolve(Now));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("now+1h")]
    [InlineData("now-")]
    [InlineData("now-h")]
    [InlineData("now-0h")]
    [InlineData("now--1h")]
    [InlineData("now-1.5h")]
    [InlineData("now-999999d")]
    [InlineData("now-1y")]
    [InlineData("5")]
    [InlineData("Monday")]
    [InlineData("2026-13-45")]
    [InlineData("٢٠٢٦-11-20")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(TimeExpression.TryParse(text, out _));

    [Theory]
    [InlineData("now")]
    [InlineData("now-6h")]
    [InlineData("2026-11-20T06:00:00.25Z")]
    public void ToString_OfWhatWasParsed_IsItsText(string text)
    {
        Assert.True(TimeExpression.TryParse(text, out var expression));
        Assert.Equal(text, expression.ToString());
    }

    [Theory]
    [InlineData("now", "now-1h", "must be after")]
    [InlineData("now-1h", "now-1h", "must be after")]
    [InlineData("now-300d", "now", "longer than 92 days")]
    public void TryResolve_RangeWithoutSense_SaysWhy(string from, string to, string fault)
    {
        Assert.True(TimeExpression.TryParse(from, out var start));
        Assert.True(TimeExpression.TryParse(to, out var end));

        Assert.False(new TimeSelection(start, end).TryResolve(Now, out _, out var said));
        Assert.Contains(fault, said);
    }
}
