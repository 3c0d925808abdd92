using System.Collections.Immutable;
using RumPortal.Portal.Components.Filters;

namespace RumPortal.UnitTests.Portal.Filters;

public sealed class QueryReaderTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("a", null)]
    [InlineData("a=", null)]
    [InlineData("b=1", null)]
    [InlineData("a=1", "1")]
    [InlineData("?a=1", "1")]
    [InlineData("a=&a=2&a=3", "2")]
    [InlineData("A=1", "1")]
    [InlineData("a=x+y%20z%2B", "x y z+")]
    [InlineData("a=b=c", "b=c")]
    [InlineData("a=%E8%B3%BC", "購")]
    public void First_OfAKey_IsItsFirstValueThatIsNotEmpty(string? query, string? expected) => Assert.Equal(expected, new QueryReader(query).First("a"));

    [Fact]
    public void All_OfARepeatedKey_AreItsValuesInOrder() => Assert.Equal(["2", "1", "2"], new QueryReader("?a=2&b=x&a=&a=1&a=2").All("a"));

    [Theory]
    [InlineData("f=1", true)]
    [InlineData("f=true", true)]
    [InlineData("f=0", false)]
    [InlineData("f", false)]
    [InlineData("f=TRUE", false)]
    [InlineData("", false)]
    public void Flag_OfAValue_IsSetByItsTwoWords(string query, bool expected) => Assert.Equal(expected, new QueryReader(query).Flag("f"));

    [Fact]
    public void Of_AnAddress_ReadsItsQuery()
    {
        var reader = QueryReader.Of(new Uri("http://localhost/sessions?app=shop%20web#app=other"));

        Assert.Equal("shop web", reader.First("app"));
    }

    [Theory]
    [InlineData("app=shop-web", "shop-web", false)]
    [InlineData("app=%22%7D%20or%20%7Bapp%3D~", "\"} or {app=~", false)]
    [InlineData("", null, false)]
    [InlineData("app=a%0Ab", null, true)]
    [InlineData("app=a%C2%85", null, true)]
    public void Name_OfAKey_HasNoControlCharacters(string query, string? expected, bool isSaid)
    {
        var faults = ImmutableArray.CreateBuilder<string>();

        Assert.Equal(expected, new QueryReader(query).Name("app", faults));
        Assert.Equal(isSaid ? ["The app in the address is not a name."] : [], faults);
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(61, 61)]
    [InlineData(10_000, 61)]
    public void Shorten_OfALongText_IsShortEnoughForAMessage(int length, int expected) => Assert.Equal(expected, QueryReader.Shorten(new string('x', length)).Length);
}
