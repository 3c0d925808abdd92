using RumPortal.Domain.Traces;

namespace RumPortal.UnitTests.Traces;

public sealed class TraceIdTests
{
    [Theory]
    [InlineData("666cbeb5609b8b578c5cca6e9e87f785", "666cbeb5609b8b578c5cca6e9e87f785")]
    [InlineData("666CBEB5609B8B578C5CCA6E9E87F785", "666cbeb5609b8b578c5cca6e9e87f785")]
    [InlineData("  af7651916cd43dd8448eb211c80319c ", "0af7651916cd43dd8448eb211c80319c")]
    [InlineData("666cbeb5-609b-8b57-8c5c-ca6e9e87f785", "666cbeb5609b8b578c5cca6e9e87f785")]
    [InlineData("0x1", "00000000000000000000000000000001")]
    [InlineData("ffffffffffffffffffffffffffffffff", "ffffffffffffffffffffffffffffffff")]
    public void Parse_OfWhatPeopleWrite_GivesAllDigits(string text, string expected)
    {
        Assert.True(TraceId.TryParse(text, out var id, out _));
        Assert.Equal(expected, id.ToString());
    }

    [Theory]
    [InlineData(null, "A trace id is needed: up to 32 hex digits.")]
    [InlineData("   ", "A trace id is needed: up to 32 hex digits.")]
    [InlineData("----", "A trace id is needed: up to 32 hex digits.")]
    [InlineData("0000", "A trace id of zeros stands for no trace.")]
    [InlineData("1234567890123456789012345678901234", "A trace id has at most 32 hex digits, this one 34.")]
    [InlineData("zz", "A trace id has only the digits 0-9 and a-f, not U+007A.")]
    [InlineData("1\u00002", "A trace id has only the digits 0-9 and a-f, not U+0000.")]
    [InlineData("<script>", "A trace id has only the digits 0-9 and a-f, not U+003C.")]
    [InlineData("１２３", "A trace id has only the digits 0-9 and a-f, not U+FF11.")]
    public void Parse_OfAnythingElse_SaysWhatIsWrong(string? text, string expected)
    {
        Assert.False(TraceId.TryParse(text, out _, out var fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Id_OfATracerWith64Bits_SaysSo()
    {
        Assert.True(new TraceId(ulong.MaxValue).Is64Bit);
        Assert.False(new TraceId((UInt128)ulong.MaxValue + 1).Is64Bit);
    }
}
