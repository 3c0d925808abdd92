using System.Globalization;
using RumPortal.Portal.Components.Time;

namespace RumPortal.UnitTests.Portal.Time;

public sealed class DurationsTests
{
    [Theory]
    [InlineData(-5, "0 s")]
    [InlineData(0, "0 s")]
    [InlineData(4.9, "4 s")]
    [InlineData(59.999, "59 s")]
    [InlineData(60, "1 min")]
    [InlineData(3599, "59 min")]
    [InlineData(3600, "1 h")]
    [InlineData(11520, "3 h 12 min")]
    [InlineData(86399, "23 h 59 min")]
    [InlineData(86400, "1 d")]
    [InlineData(273600, "3 d 4 h")]
    [InlineData(34560000, "400 d")]
    public void Rough_OfADuration_HasTwoUnitsAtMost(double seconds, string expected) => Assert.Equal(expected, Durations.Rough(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(31.9, "0:31")]
    [InlineData(738, "12:18")]
    [InlineData(3599.9, "59:59")]
    [InlineData(3600, "1:00:00")]
    [InlineData(3739, "1:02:19")]
    [InlineData(360000, "100:00:00")]
    [InlineData(-5, "−0:05")]
    [InlineData(-7325, "−2:02:05")]
    public void Clock_OfADuration_IsAsOnAClock(double seconds, string expected) => Assert.Equal(expected, Durations.Clock(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(0.588, "588 ms")]
    [InlineData(0.9994, "999 ms")]
    [InlineData(0.9996, "1.00 s")]
    [InlineData(1, "1.00 s")]
    [InlineData(4.2149, "4.21 s")]
    [InlineData(65, "65.00 s")]
    public void Measured_OfADuration_IsInMillisecondsThenSeconds(double seconds, string expected) => Assert.Equal(expected, Durations.Measured(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Measured_InACultureWithCommas_WritesAPoint()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal("4.21 s", Durations.Measured(TimeSpan.FromSeconds(4.21)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
