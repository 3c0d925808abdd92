using System.Globalization;
using System.Text.Json;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;
using RumPortal.Testing.Conformance;

namespace RumPortal.UnitTests.Clients.Loki;

public sealed class LokiJsonTests
{
    public static TheoryData<string> KitNumbers => [.. KitAnswers.All.Where(answer => answer.ResultType is "matrix" or "vector" or "scalar").Select(answer => answer.Id)];

    [Theory]
    [MemberData(nameof(KitNumbers))]
    public void Series_OfARecordedAnswer_AreAllThere(string id)
    {
        var data = KitAnswers.Get(id).Root.GetProperty("data");
        var series = MetricJson.Series(KitAnswers.Get(id).Root);

        var expected = data.GetProperty("resultType").GetString() == "scalar" ? [data.GetProperty("result")] : data.GetProperty("result").EnumerateArray()
            .SelectMany(item => item.TryGetProperty("values", out var values) ? values.EnumerateArray().AsEnumerable() : [item.GetProperty("value")]).ToArray();
        Assert.Equal(
            expected.Select(pair => double.Parse(pair[1].GetString()!, CultureInfo.InvariantCulture)),
            series.SelectMany(one => one.Samples).Select(sample => sample.Value));
        if (data.GetProperty("resultType").GetString() != "scalar") Assert.Equal(data.GetProperty("result").GetArrayLength(), series.Length);
    }

    [Fact]
    public void Series_OfAMatrix_HaveTimesLabelsAndSpecialValues()
    {
        var series = MetricJson.Series(Parse("""
            {"status":"success","data":{"resultType":"matrix","result":[{"metric":{"b":"2","a":"1"},"values":[[1795136400,"18"],[1795140000.5,"NaN"],[1795140001,"+Inf"],[1795140002,"-Inf"],[1795140003,"1e+06"]]}]}}
            """));

        Assert.Equal(LabelSet.From([new("a", "1"), new("b", "2")]), series.Single().Labels);
        Assert.Equal([18, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e6], series.Single().Samples.Select(sample => sample.Value));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1795140000500), series.Single().Samples[1].Time);
        Assert.Equal(1_000_018, series.Single().Sum());
    }

    [Fact]
    public void Lists_WithoutData_AreEmpty()
    {
        Assert.Empty(LokiJson.Strings(Parse("""{"status":"success"}""")));
        Assert.Empty(LokiJson.Strings(Parse("""{"status":"success","data":null}""")));
        Assert.Empty(LokiJson.LabelSets(Parse("""{"status":"success","data":[]}""")));
        Assert.Equal(["admin-console", "docs-site", "shop-web"], LokiJson.Strings(KitAnswers.Get("label-values").Root));
        Assert.Empty(LokiJson.Strings(KitAnswers.Get("label-values-none").Root));
    }

    [Fact]
    public void Limits_OfTheServer_AreRead()
    {
        var limits = LokiJson.Limits(Parse("""
            {"limits":{"max_entries_limit_per_query":5000,"max_query_length":"30d1h","max_query_series":500,"query_timeout":"1m","retention_period":"0s","volume_enabled":true},"pattern_ingester_enabled":false,"version":"3.7.6"}
            """));

        Assert.Equal(new LokiLimits(5000, TimeSpan.FromHours(721), 500, TimeSpan.FromMinutes(1), TimeSpan.Zero, true), limits);
        Assert.Equal(new LokiLimits(null, null, null, null, null, null), LokiJson.Limits(Parse("""{"limits":{"max_query_length":"soon","volume_enabled":"yes"}}""")));
    }

    [Theory]
    [InlineData("0s", 0)]
    [InlineData("0", 0)]
    [InlineData("1m0s", 60)]
    [InlineData("721h", 2_595_600)]
    [InlineData("1w2d", 777_600)]
    [InlineData("1.5s", 1.5)]
    [InlineData("250ms", 0.25)]
    public void Duration_OfAServer_IsRead(string text, double seconds)
    {
        Assert.True(ServerDuration.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("5")]
    [InlineData("-5m")]
    [InlineData("5m ")]
    [InlineData("999999999999y")]
    public void Duration_OfAnythingElse_IsRefused(string text) => Assert.False(ServerDuration.TryParse(text, out _));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"status":"success"}""")]
    [InlineData("""{"status":7,"data":{}}""")]
    [InlineData("""{"status":"success","data":[]}""")]
    [InlineData("""{"status":"success","data":{"resultType":"streams","result":[]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"vector","result":{}}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"vector","result":[{}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"vector","result":[{"metric":[],"value":[1,"1"]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"vector","result":[{"metric":{"a":1},"value":[1,"1"]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":["1","1"]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,1]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"scalar","result":[1,"one"]}}""")]
    public void Series_OfWhatIsNone_AreRefused(string body)
    {
        Assert.ThrowsAny<JsonException>(() => MetricJson.Series(Parse(body)));
        Assert.ThrowsAny<JsonException>(() => LokiJson.Stats(Parse(body)));
        Assert.ThrowsAny<JsonException>(() => LokiJson.BuildInfo(Parse(body)));
        Assert.ThrowsAny<JsonException>(() => LokiJson.Limits(Parse(body)));
        Assert.ThrowsAny<JsonException>(() => LokiJson.FormattedQuery(Parse(body)));
    }

    private static JsonElement Parse(string body) => JsonDocument.Parse(body).RootElement;
}
