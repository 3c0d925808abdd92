using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Features.Propagation;

namespace RumPortal.UnitTests.Portal.Propagation;

public sealed class PropagationPageStateTests
{
    [Theory]
    [InlineData("/propagation")]
    [InlineData("/propagation?app=shop-web&by=version")]
    [InlineData("/propagation?app=shop-web&origin=https://api.example.test&row=/cart/items&since=2026-11-23T09:00:00Z")]
    [InlineData("/propagation?app=shop-web&origin=document&row=/orders/:id")]
    public void Address_ParsedAndWritten_StaysTheSame(string address) => Assert.Equal(address, Parse(address).ToAddress());

    [Theory]
    [InlineData("?origin=https://api.example.test")]
    [InlineData("?row=/cart")]
    [InlineData("?by=browser")]
    public void Address_WithHalfAChoice_ChoosesNothing(string query) => Assert.Equal("/propagation", Parse("/propagation" + query).ToAddress());

    [Theory]
    [InlineData("now-1h")]
    [InlineData("yesterday")]
    public void Moment_ThatIsNoInstant_IsSaidAndLeftOut(string text)
    {
        var state = Parse($"/propagation?since={text}");

        Assert.Null(state.Since);
        Assert.Equal([$"since: '{text}' is no instant. Use 2026-11-23T09:00:00Z."], state.Filter.Faults);
    }

    private static PropagationPageState Parse(string address)
    {
        var query = new QueryReader(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "");
        return PropagationPageState.Parse(ViewFilter.Parse(query), query);
    }
}
