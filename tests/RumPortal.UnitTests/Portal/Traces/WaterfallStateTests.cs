using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Features.Traces;

namespace RumPortal.UnitTests.Portal.Traces;

public sealed class WaterfallStateTests
{
    [Theory]
    [InlineData("?at=2026-11-23T09:01:12.345Z&span=b7ad6b7169203331.2&focus=document&find=SELECT%20x&zoom=0.5-880&fold=b7ad6b7169203331,document&clock=raw&path=off&tab=logs")]
    [InlineData("?span=b7ad6b7169203331")]
    [InlineData("")]
    public void State_WrittenAndRead_IsTheSame(string query)
    {
        var state = TracePageState.Parse(new ViewFilter(), new QueryReader(query));

        Assert.Equal("/traces/1" + query, state.On("/traces/1"));
        Assert.Equal(state, TracePageState.Parse(new ViewFilter(), new QueryReader(state.On(""))));
    }

    [Theory]
    [InlineData("?span=B7AD6B7169203331")]
    [InlineData("?span=b7ad6b7169203331%0A")]
    [InlineData("?span=javascript:alert(1)&focus=%22%3E")]
    [InlineData("?zoom=5&fold=x&clock=wall&path=on&tab=users&at=12:00")]
    [InlineData("?zoom=-5-1e9")]
    public void Address_OfAStranger_CountsAsAbsent(string query) =>
        Assert.Equal("/traces/1", TracePageState.Parse(new ViewFilter(), new QueryReader(query)).On("/traces/1"));

    [Fact]
    public void Search_LongerThanAnyName_CountsAsAbsent() => Assert.Equal("", new WaterfallState { Find = new string('x', 201) }.Checked().Find);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(250, "250 ns")]
    [InlineData(3_210, "3.2 µs")]
    [InlineData(46_400_000, "46 ms")]
    [InlineData(4_320_000_000, "4.32 s")]
    [InlineData(192_000_000_000, "3 min 12 s")]
    [InlineData(long.MinValue, "-153722867 min 16 s")]
    public void Duration_OfAnySize_IsSaidInItsUnit(long nanoseconds, string expected) => Assert.Equal(expected, SpanTimes.Text(nanoseconds));
}
