using System.Text.Json;
using RumPortal.Testing.Tempo;

namespace RumPortal.IntegrationTests.Sandbox.Tempo;

/// <summary>The recorded answers of a real Tempo 3.0.3, by the recorded spans of browsers and backends.</summary>
public sealed class TempoConformanceTests(RecordedTempo tempo) : IClassFixture<RecordedTempo>
{
    private const string Range = "start=1795132800&end=1795154400";

    public static TheoryData<string> Ids => [.. TempoCase.All.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Answer_ToARecordedRequest_IsTheRecordedOne(string id)
    {
        var difference = await TempoComparison.CheckAsync(tempo.Client, TempoCase.All[id], TestContext.Current.CancellationToken);

        Assert.Null(difference);
    }

    [Fact]
    public async Task Search_RootSpansOfTheIngress_FindsTheTracesWhoseHeaderWasStripped()
    {
        var query = Uri.EscapeDataString("{ nestedSetParent < 0 && resource.service.name = \"traefik\" }");

        var text = await tempo.Client.GetStringAsync($"/api/search?q={query}&limit=1000&{Range}", TestContext.Current.CancellationToken);

        Assert.Equal(171, JsonDocument.Parse(text).RootElement.GetProperty("traces").GetArrayLength());
    }

    [Fact]
    public async Task Count_OfAllSpans_IsThatOfTheDataSet()
    {
        var text = await tempo.Client.GetStringAsync($"/api/metrics/query?q={Uri.EscapeDataString("{} | count_over_time()")}&{Range}", TestContext.Current.CancellationToken);

        Assert.Equal(4_911, JsonDocument.Parse(text).RootElement.GetProperty("series")[0].GetProperty("value").GetInt32());
    }
}
