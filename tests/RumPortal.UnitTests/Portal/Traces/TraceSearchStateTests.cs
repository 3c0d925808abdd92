using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Features.Traces;

namespace RumPortal.UnitTests.Portal.Traces;

public sealed class TraceSearchStateTests
{
    [Theory]
    [InlineData("")]
    [InlineData("?app=shop-web&from=now-6h&to=now&version=118&service=payment-api&route=/orders&status=error&min=500&max=3000&user=u-17&session=k3VbN8qLwZ&view=map")]
    [InlineData("?status=503")]
    [InlineData("?status=ok&q=%7B%20span.db.system%20%3D%20%22a%26b%22%20%7D")]
    public void Address_OfWhatAnAddressSaid_IsTheSame(string query) => Assert.Equal("/traces" + query, Parse(query).ToAddress());

    [Theory]
    [InlineData("?status=broken", "status is error, ok or the status of a response such as 503.")]
    [InlineData("?min=-1", "min is a duration in whole milliseconds, a day at most.")]
    [InlineData("?min=1.5", "min is a duration in whole milliseconds, a day at most.")]
    [InlineData("?max=99999999999", "max is a duration in whole milliseconds, a day at most.")]
    [InlineData("?min=10&max=5", "No trace takes at least 10 ms and at most 5 ms.")]
    [InlineData("?session=%00", "The session is longer than 200 characters or no plain text.")]
    public void Condition_ThatMakesNoSense_IsLeftOutAndSaid(string query, string expected)
    {
        var state = Parse(query);

        Assert.Equal(TraceConditions.None, state.Conditions);
        Assert.Equal([expected], state.Filter.Faults);
    }

    [Fact]
    public void Query_ThatIsTooLong_IsLeftOutAndSaid()
    {
        var state = Parse("?q=" + new string('x', TraceConditions.LongestQuery + 1));

        Assert.Null(state.Conditions.TraceQl);
        Assert.Equal(["The q is longer than 4096 characters or no plain text."], state.Filter.Faults);
    }

    [Fact]
    public void Filter_ThatSpansDoNotCarry_IsNamed()
    {
        var filter = Parse("?version=118&filter=browser_name:Arc&filter=!browser_os:Linux").Filter;

        Assert.Equal("Spans do not carry browser_name, browser_os: traces are not filtered by it.", TraceSearchQuestion.Unusable(filter));
        Assert.Null(TraceSearchQuestion.Unusable(Parse("?version=118").Filter));
    }

    private static TraceSearchState Parse(string query)
    {
        var reader = new QueryReader(query);
        return TraceSearchState.Parse(ViewFilter.Parse(reader), reader);
    }
}
