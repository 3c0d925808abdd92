using RumPortal.IntegrationTests.Portal.Propagation;
using RumPortal.IntegrationTests.Portal.Vitals;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Traces;

/// <summary>Who looks at the same traces at the same time costs the store nothing more.</summary>
public sealed class TraceSharingTests(PropagationPortals portals) : IClassFixture<PropagationPortals>
{
    private const int Viewers = 50;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/traces?app=shop-web&status=error&" + PropagationPortals.Range, 1)]
    [InlineData("/api/v1/traces/666cbeb5609b8b578c5cca6e9e87f785", 1)]
    public async Task Viewers_OfTheSameTraces_CostOneRequest(string path, int expected)
    {
        Assert.Equal(expected, await CostAsync(path, 1));
        Assert.Equal(expected, await CostAsync(path, Viewers));
    }

    [Fact]
    public async Task Viewers_OfTheSameDiagnosis_CostWhatOneDoes()
    {
        const string path = "/api/v1/propagation?app=shop-web&" + PropagationPortals.Range;

        var one = await CostAsync(path, 1);
        var many = await CostAsync(path, Viewers);

        // Three searches of requests, one of roots, one for route names, and at most twenty whole traces.
        Assert.InRange(one, 5, 25);
        Assert.True(many <= one * 1.1, $"{Viewers} viewers cost {many} requests, one costs {one}.");
    }

    private async Task<int> CostAsync(string path, int viewers)
    {
        await using var tempo = await CountingProxy.StartAsync(portals.Sandbox.Urls.Tempo);
        await using var portal = await portals.StartAsync(tempo.Url);

        var answers = await Task.WhenAll(Enumerable.Range(0, viewers).Select(_ => GetAsync(portal, path)));

        Assert.Single(answers.Distinct());
        Assert.Empty(portal.Faults);
        return tempo.Requests;
    }

    private static async Task<string> GetAsync(RunningPortal portal, string path)
    {
        using var response = await portal.Http.GetAsync(path, Cancellation);
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode} {body}");
        return body;
    }
}
