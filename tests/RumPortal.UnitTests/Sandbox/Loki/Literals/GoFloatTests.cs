using RumPortal.Sandbox.Literals;

namespace RumPortal.UnitTests.Sandbox.Loki.Literals;

public sealed class GoFloatTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(1, "1")]
    [InlineData(-12.5, "-12.5")]
    [InlineData(0.05, "0.05")]
    [InlineData(100, "100")]
    [InlineData(1e21, "1000000000000000000000")]
    [InlineData(1.5e-7, "0.00000015")]
    [InlineData(418.0 / 21600, "0.019351851851851853")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    public void FormatPlain_OfANumber_NeverHasAnExponent(double value, string expected) => Assert.Equal(expected, GoFloat.FormatPlain(value));

    [Theory]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1.25e22, "1.25e+22")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(2500, "2500")]
    public void FormatGeneral_OfANumber_SwitchesToExponentsLikeGo(double value, string expected) => Assert.Equal(expected, GoFloat.FormatGeneral(value));

    [Theory]
    [InlineData(2.5, 0, "2")]
    [InlineData(3.5, 0, "4")]
    [InlineData(0.125, 2, "0.12")]
    [InlineData(1.005, 2, "1.00")]
    [InlineData(-1.5, 3, "-1.500")]
    [InlineData(123456789, 1, "123456789.0")]
    public void FormatFixed_OfATie_RoundsToEvenByTheExactValue(double value, int decimals, string expected) => Assert.Equal(expected, GoFloat.FormatFixed(value, decimals));

    [Theory]
    [InlineData("1", 1)]
    [InlineData("+1.5", 1.5)]
    [InlineData("-.5e3", -500)]
    [InlineData("1e-2", 0.01)]
    [InlineData("inf", double.PositiveInfinity)]
    [InlineData("-Infinity", double.NegativeInfinity)]
    [InlineData("NaN", double.NaN)]
    public void TryParse_OfANumber_ReadsIt(string text, double expected)
    {
        Assert.True(GoFloat.TryParse(text, out var value, out var error));
        Assert.Equal(expected, value);
        Assert.Empty(error);
    }

    [Theory]
    [InlineData("", "strconv.ParseFloat: parsing \"\": invalid syntax")]
    [InlineData(" 1", "strconv.ParseFloat: parsing \" 1\": invalid syntax")]
    [InlineData("1,000", "strconv.ParseFloat: parsing \"1,000\": invalid syntax")]
    [InlineData("--1", "strconv.ParseFloat: parsing \"--1\": invalid syntax")]
    [InlineData("12ms", "strconv.ParseFloat: parsing \"12ms\": invalid syntax")]
    [InlineData("1e999", "strconv.ParseFloat: parsing \"1e999\": value out of range")]
    [InlineData("٣", "strconv.ParseFloat: parsing \"٣\": invalid syntax")]
    public void TryParse_OfSomethingElse_SaysWhatGoSays(string text, string expected)
    {
        Assert.False(GoFloat.TryParse(text, out _, out var error));
        Assert.Equal(expected, error);
    }
}
