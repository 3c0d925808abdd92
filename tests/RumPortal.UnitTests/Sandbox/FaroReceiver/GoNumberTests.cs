using RumPortal.Sandbox.FaroReceiver.Lines;

namespace RumPortal.UnitTests.Sandbox.FaroReceiver;

public sealed class GoNumberTests
{
    [Theory]
    [InlineData(0, "0.000000", "0", "0")]
    [InlineData(-0.0, "-0.000000", "-0", "-0")]
    [InlineData(22.12, "22.120000", "22.12", "22.12")]
    [InlineData(0.0001, "0.000100", "0.0001", "0.0001")]
    [InlineData(0.00005, "0.000050", "5e-05", "0.00005")]
    [InlineData(0.000001, "0.000001", "1e-06", "0.000001")]
    [InlineData(1e-7, "0.000000", "1e-07", "1e-7")]
    [InlineData(1.5e-10, "0.000000", "1.5e-10", "1.5e-10")]
    [InlineData(999999.5, "999999.500000", "999999.5", "999999.5")]
    [InlineData(1000000, "1000000.000000", "1e+06", "1000000")]
    [InlineData(1234567.8, "1234567.800000", "1.2345678e+06", "1234567.8")]
    [InlineData(-3.5, "-3.500000", "-3.5", "-3.5")]
    [InlineData(100, "100.000000", "100", "100")]
    [InlineData(1e20, "100000000000000000000.000000", "1e+20", "100000000000000000000")]
    [InlineData(1e21, "1000000000000000000000.000000", "1e+21", "1e+21")]
    [InlineData(2612.4000000059605, "2612.400000", "2612.4000000059605", "2612.4000000059605")]
    [InlineData(0.1 + 0.2, "0.300000", "0.30000000000000004", "0.30000000000000004")]
    [InlineData(0.0000005, "0.000000", "5e-07", "5e-7")]
    [InlineData(0.5000005, "0.500000", "0.5000005", "0.5000005")]
    [InlineData(5e-324, "0.000000", "5e-324", "5e-324")]
    public void Number_AsText_IsWrittenLikeGo(double value, string percentF, string shortest, string json)
    {
        Assert.Equal(percentF, GoNumber.Fixed(value));
        Assert.Equal(shortest, GoNumber.Shortest(value));
        Assert.Equal(json, GoNumber.Json(value));
    }

    [Fact]
    public void Shortest_OfAnyDouble_ReadsBackAsTheSame()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (!double.IsFinite(value)) continue;
            Assert.Equal(value, double.Parse(GoNumber.Shortest(value), System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(value, double.Parse(GoNumber.Json(value), System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
