using System.Globalization;
using System.Text;
using RumPortal.Domain.Faro;

namespace RumPortal.UnitTests.Faro;

public sealed class FaroTimestampTests
{
    [Theory]
    [InlineData("2026-08-20 03:14:07.25 +0000 UTC", "2026-08-20T03:14:07.25Z")]
    [InlineData("2026-08-20 03:14:07 +0000 UTC", "2026-08-20T03:14:07Z")]
    [InlineData("2026-08-20 11:14:07.5 +0800 +0800", "2026-08-20T03:14:07.5Z")]
    [InlineData("2026-08-20 11:14:07.5 +0800 CST", "2026-08-20T03:14:07.5Z")]
    [InlineData("2026-08-19 21:44:07.5 -0530 -0530", "2026-08-20T03:14:07.5Z")]
    [InlineData("2026-08-20 03:14:07.123456789 +0000 UTC", "2026-08-20T03:14:07.1234567Z")]
    [InlineData("2026-08-20T03:14:07.250Z", "2026-08-20T03:14:07.25Z")]
    [InlineData("2026-08-20t03:14:07z", "2026-08-20T03:14:07Z")]
    [InlineData("2026-08-20T11:14:07+08:00", "2026-08-20T03:14:07Z")]
    [InlineData("2026-08-20T11:14:07.1+23:59", "2026-08-19T11:15:07.1Z")]
    [InlineData("2024-02-29 00:00:00 +0000 UTC", "2024-02-29T00:00:00Z")]
    [InlineData("1787195647", "2026-08-20T03:14:07Z")]
    [InlineData("99999999999", "5138-11-16T09:46:39Z")]
    [InlineData("1787195647250", "2026-08-20T03:14:07.25Z")]
    [InlineData("1787195647250001", "2026-08-20T03:14:07.250001Z")]
    [InlineData("1787195647250000199", "2026-08-20T03:14:07.2500001Z")]
    [InlineData("0002-06-01 00:00:00 +0000 UTC", "0002-06-01T00:00:00Z")]
    public void TryParse_OfAKnownSpelling_GivesTheInstant(string text, string expected)
    {
        Assert.True(FaroTimestamp.TryParse(Encoding.UTF8.GetBytes(text), out var time));
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), time);
        Assert.Equal(TimeSpan.Zero, time.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("yesterday at a quarter past noon")]
    [InlineData("0001-01-01 00:00:00 +0000 UTC")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0000-01-01 00:00:00 +0000 UTC")]
    [InlineData("2026-13-01 00:00:00 +0000 UTC")]
    [InlineData("2026-00-01 00:00:00 +0000 UTC")]
    [InlineData("2026-02-29 00:00:00 +0000 UTC")]
    [InlineData("2026-08-20 24:00:00 +0000 UTC")]
    [InlineData("2026-08-20 03:14:60 +0000 UTC")]
    [InlineData("2026-08-20 03:14:07")]
    [InlineData("2026-08-20 03:14:07.")]
    [InlineData("2026-08-20 03:14:07. +0000 UTC")]
    [InlineData("2026-08-20 03:14:07 UTC")]
    [InlineData("2026-08-20T03:14:07+8")]
    [InlineData("2026-08-20T03:14:07+08:00x")]
    [InlineData("2026-08-20T03:14:07+99:00")]
    [InlineData("9999-12-31 23:59:59 -2300 -2300")]
    [InlineData("0")]
    [InlineData("-1787195647")]
    [InlineData("99999999999999999999999999")]
    [InlineData("1787195647.25")]
    public void TryParse_OfAnythingElse_SaysMissing(string text) =>
        Assert.False(FaroTimestamp.TryParse(Encoding.UTF8.GetBytes(text), out _));
}
