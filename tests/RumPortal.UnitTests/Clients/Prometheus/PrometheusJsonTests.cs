using System.Globalization;
using System.Text.Json;
using RumPortal.Clients.Prometheus;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;
using RumPortal.Testing.Conformance;

namespace RumPortal.UnitTests.Clients.Prometheus;

public sealed class PrometheusJsonTests
{
    public static TheoryData<string> KitNumbers => [.. KitAnswers.OfPrometheus.Where(answer => answer.ResultType is not null).Select(answer => answer.Id)];

    [Theory]
    [MemberData(nameof(KitNumbers))]
    public void Series_OfARecordedAnswer_AreAllThere(string id)
    {
        var data = Kit(id).GetProperty("data");
        var series = MetricJson.Series(Kit(id));

        var expected = data.GetProperty("resultType").GetString() == "scalar" ? [data.GetProperty("result")] : data.GetProperty("result").EnumerateArray()
            .SelectMany(item => item.TryGetProperty("values", out var values) ? values.EnumerateArray().AsEnumerable() : [item.GetProperty("value")]).ToArray();
        Assert.Equal(
            expected.Select(pair => (pair[0].GetDouble(), double.Parse(pair[1].GetString()!, CultureInfo.InvariantCulture))),
            series.SelectMany(one => one.Samples).Select(sample => (sample.Time.ToUnixTimeMilliseconds() / 1000.0, sample.Value)));
        Assert.Empty(PrometheusJson.Warnings(Kit(id)));
    }

    [Fact]
    public void Lists_OfRecordedAnswers_AreRead()
    {
        Assert.Equal(["Arc", "Chrome", "Firefox", "Mobile Safari", "Safari"], PrometheusJson.Strings(Kit("label-values")).Items);
        Assert.Contains("app_environment", PrometheusJson.Strings(Kit("labels")).Items);
        var series = PrometheusJson.LabelSets(Kit("series"));
        Assert.Equal(Kit("series").GetProperty("data").GetArrayLength(), series.Items.Length);
        Assert.Equal("faro_receiver_rate_limiter_requests_total", series.Items[0]["__name__"]);
        Assert.Equal(Completeness.Complete, series.Completeness);
    }

    [Fact]
    public void NativeHistograms_InAnAnswer_AreCountedAndLeftOut()
    {
        var vector = Parse("""
            {"status":"success","data":{"resultType":"vector","result":[{"metric":{"a":"1"},"histogram":[1,{"count":"5","sum":"12.1","buckets":[[0,"1","2","3"]]}]},
              {"metric":{"a":"2"},"value":[1,"7"]}]}}
            """);
        var matrix = Parse("""
            {"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"1"},"histograms":[[1,{"count":"5"}]]},{"metric":{"a":"2"},"values":[[1,"7"]],"histograms":[[2,{}]]}]}}
            """);

        foreach (var root in new[] { vector, matrix }) Assert.Equal("""{a="2"} 7""", string.Join(' ', MetricJson.Series(root).Select(series => $"{series.Labels} {series.Sum()}")));
        Assert.Equal((1, 2), (MetricJson.HistogramCount(vector), MetricJson.HistogramCount(matrix)));
    }

    [Fact]
    public void Remarks_OfAnyVersion_AreNoWarnings()
    {
        var old = Parse("""{"status":"success","data":[],"warnings":["PromQL info: metric might not be a counter","results truncated due to limit"]}""");
        var recent = Parse("""{"status":"success","data":[],"infos":["PromQL info: x"],"warnings":["store down",7]}""");

        Assert.Equal(["results truncated due to limit"], PrometheusJson.Warnings(old));
        Assert.Equal(["PromQL info: metric might not be a counter"], PrometheusJson.Infos(old));
        Assert.Equal(["store down"], PrometheusJson.Warnings(recent));
        Assert.Equal(["PromQL info: x"], PrometheusJson.Infos(recent));
        Assert.Equal(Completeness.Cut, PrometheusJson.Strings(old).Completeness);
    }

    [Fact]
    public void Metadata_OfMetrics_IsRead()
    {
        var root = Parse("""{"status":"success","data":{"up":[{"type":"gauge","help":"Is it up?","unit":""},{"type":"counter"}],"none":[]}}""");

        Assert.Equal([new MetricMetadata("up", "gauge", "Is it up?", ""), new MetricMetadata("up", "counter", "", "")], PrometheusJson.Metadata(root));
        Assert.Empty(PrometheusJson.Metadata(Parse("""{"status":"success"}""")));
    }

    [Fact]
    public void BuildInfo_OfEitherProduct_IsRead()
    {
        Assert.Equal(new BuildInfo("2.42.0", "abc"), PrometheusJson.BuildInfo(Parse("""{"status":"success","data":{"version":"2.42.0","revision":"abc","goVersion":"go1.19"}}""")));
        Assert.Equal(new BuildInfo("2.14", "", "Grafana Mimir"), PrometheusJson.BuildInfo(Parse("""{"status":"success","data":{"application":"Grafana Mimir","version":"2.14"}}""")));
    }

    [Theory]
    [InlineData("""{"status":"success","data":{"resultType":"vector","result":[{"metric":{}}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"string","result":[1,"x"]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"vector","result":{}}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"vector","result":[{"metric":{"a":1},"value":[1,"1"]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":["1","1"]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"one"]}]}}""")]
    [InlineData("""{"status":"error","errorType":"internal","error":"x"}""")]
    [InlineData("""{"data":{}}""")]
    [InlineData("[]")]
    public void Series_OfSomethingElse_AreAnError(string body) => Assert.Throws<JsonException>(() => MetricJson.Series(Parse(body)));

    private static JsonElement Kit(string id) => KitAnswers.OfPrometheus.Single(answer => answer.Id == id).Root;

    private static JsonElement Parse(string body) => JsonDocument.Parse(body).RootElement;
}
