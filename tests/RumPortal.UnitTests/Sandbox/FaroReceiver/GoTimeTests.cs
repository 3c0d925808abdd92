using System.Text;
using RumPortal.Sandbox.FaroReceiver.Decoding;

namespace RumPortal.UnitTests.Sandbox.FaroReceiver;

public sealed class GoTimeTests
{
    [Theory]
    [InlineData("2026-08-20T03:14:07.250Z", "2026-08-20 03:14:07.25 +0000 UTC")]
    [InlineData("2026-08-20T03:14:07.000Z", "2026-08-20 03:14:07 +0000 UTC")]
    [InlineData("2026-08-20T03:14:07Z", "2026-08-20 03:14:07 +0000 UTC")]
    [InlineData("2026-08-20T11:14:07.5+08:00", "2026-08-20 11:14:07.5 +0800 +0800")]
    [InlineData("2026-08-20T11:14:07-03:30", "2026-08-20 11:14:07 -0330 -0330")]
    [InlineData("2026-08-20T11:14:07+00:00", "2026-08-20 11:14:07 +0000 UTC")]
    [InlineData("2026-08-20T11:14:07-00:00", "2026-08-20 11:14:07 +0000 UTC")]
    [InlineData("2026-08-20T03:14:07.123456789123Z", "2026-08-20 03:14:07.123456789 +0000 UTC")]
    [InlineData("2026-08-20T03:14:07.000000001Z", "2026-08-20 03:14:07.000000001 +0000 UTC")]
    [InlineData("2026-08-20T3:14:07Z", "2026-08-20 03:14:07 +0000 UTC")]
    [InlineData("2026-08-20T03:14:07,25Z", "2026-08-20 03:14:07.25 +0000 UTC")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29 00:00:00 +0000 UTC")]
    [InlineData("0000-01-01T00:00:00Z", "0000-01-01 00:00:00 +0000 UTC")]
    [InlineData("9999-12-31T23:59:59.999Z", "9999-12-31 23:59:59.999 +0000 UTC")]
    public void Time_AsText_IsPrintedLikeGo(string text, string expected)
    {
        Assert.True(GoTimeParser.TryParse(Encoding.UTF8.GetBytes(text), out var time));
        Assert.Equal(expected, time.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-08-20")]
    [InlineData("2026-08-20T03:14:07")]
    [InlineData("2026-08-20 03:14:07Z")]
    [InlineData("2026-08-20t03:14:07Z")]
    [InlineData("2026-08-20T03:14:07z")]
    [InlineData("2026-08-20T03:14:07Z ")]
    [InlineData("2026-08-20T24:00:00Z")]
    [InlineData("2026-08-20T03:60:00Z")]
    [InlineData("2026-08-20T03:14:60Z")]
    [InlineData("2026-13-20T03:14:07Z")]
    [InlineData("2026-00-20T03:14:07Z")]
    [InlineData("2026-02-29T03:14:07Z")]
    [InlineData("2026-04-31T03:14:07Z")]
    [InlineData("2026-08-00T03:14:07Z")]
    [InlineData("26-08-20T03:14:07Z")]
    [InlineData("2026-8-20T03:14:07Z")]
    [InlineData("2026-08-20T03:14:07.Z")]
    [InlineData("2026-08-20T03:14:07+0800")]
    [InlineData("2026-08-20T03:14:07+25:00")]
    [InlineData("1787195647")]
    public void Text_ThatGoRefuses_IsRefused(string text) => Assert.False(GoTimeParser.TryParse(Encoding.UTF8.GetBytes(text), out _));
}
