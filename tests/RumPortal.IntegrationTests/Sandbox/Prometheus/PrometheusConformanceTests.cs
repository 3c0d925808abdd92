using RumPortal.Testing.Prometheus;

namespace RumPortal.IntegrationTests.Sandbox.Prometheus;

/// <summary>The recorded answers of a real Prometheus 2.42, by the recorded metrics.</summary>
public sealed class PrometheusConformanceTests(RecordedPrometheus prometheus) : IClassFixture<RecordedPrometheus>
{
    public static TheoryData<string> Ids => [.. PrometheusCase.All.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Answer_ToARecordedRequest_IsTheRecordedOne(string id)
    {
        var recorded = PrometheusCase.All[id];

        var answer = await PrometheusAnswer.GetAsync(prometheus.Server.Client, recorded.Path, recorded.Parameters, TestContext.Current.CancellationToken);

        Assert.Null(PrometheusComparison.Difference(recorded.Answer, answer));
    }

    [Fact]
    public void Load_OfTheRecordedMetrics_StoresEachSampleOnce()
    {
        Assert.Equal(4_029, prometheus.LoadedSamples);
        Assert.Equal(4_029, prometheus.Server.Backend.Store.SampleCount);
    }
}
