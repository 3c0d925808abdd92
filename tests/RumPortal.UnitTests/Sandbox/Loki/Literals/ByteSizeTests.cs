using RumPortal.Sandbox.Literals;

namespace RumPortal.UnitTests.Sandbox.Loki.Literals;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData("42", 42)]
    [InlineData("1KB", 1_000)]
    [InlineData("1.5 KiB", 1_536)]
    [InlineData("20mb", 20_000_000)]
    [InlineData("1,024B", 1_024)]
    [InlineData("2g", 2_000_000_000)]
    public void TryParse_OfASize_ReadsIt(string text, ulong expected)
    {
        Assert.True(ByteSize.TryParse(text, out var bytes, out _));
        Assert.Equal(expected, bytes);
    }

    [Theory]
    [InlineData("", "strconv.ParseFloat: parsing \"\": invalid syntax")]
    [InlineData("big", "strconv.ParseFloat: parsing \"\": invalid syntax")]
    [InlineData("5 lines", "unhandled size name: lines")]
    [InlineData("99999999999eb", "too large: 99999999999eb")]
    public void TryParse_OfSomethingElse_SaysWhy(string text, string expected)
    {
        Assert.False(ByteSize.TryParse(text, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Theory]
    [InlineData(7, "7B")]
    [InlineData(1_000, "1.0kB")]
    [InlineData(20_000_000, "20MB")]
    public void Format_OfASize_IsTheShortDecimalForm(ulong bytes, string expected) => Assert.Equal(expected, ByteSize.Format(bytes));
}
