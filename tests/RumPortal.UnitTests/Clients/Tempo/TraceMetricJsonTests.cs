using System.Text.Json;
using RumPortal.Clients.Tempo;
using RumPortal.Domain.Querying;

namespace RumPortal.UnitTests.Clients.Tempo;

public sealed class TraceMetricJsonTests
{
    [Fact]
    public void Series_WithEveryMember_AreReadWhole()
    {
        var root = Parse("""
            {"series":[{"labels":[{"key":"span:status","value":{"stringValue":"error"}},{"key":"p","value":{"doubleValue":0.9}},{"key":"code","value":{"intValue":"503"}}],
               "samples":[{"timestampMs":"1760000060000","value":0.25},{"timestampMs":"1760000120000"},{"timestampMs":1760000180000,"value":"NaN"}],"exemplars":[{"value":0.31}]},{}],
             "metrics":{"inspectedBytes":"3811736"}}
            """);

        var series = TraceMetricJson.Series(root);

        Assert.Equal(2, series.Length);
        Assert.Equal("""{code="503", p="0.9", span:status="error"}""", series[0].Labels.ToString());
        Assert.Equal([new Sample(At(60), 0.25), new Sample(At(120), 0), new Sample(At(180), double.NaN)], series[0].Samples);
        Assert.Empty(series[1].Samples);
        Assert.Equal(3_811_736, TraceMetricJson.Bytes(root));
        Assert.Empty(TraceMetricJson.Warnings(root));
    }

    [Theory]
    [InlineData("""{"status":"PARTIAL","message":"1000 series limit reached"}""", "1000 series limit reached")]
    [InlineData("""{"status":1}""", "Tempo gave only a part of the series.")]
    public void Warnings_OfAPartialAnswer_HoldTheServersWords(string body, string expected) =>
        Assert.Equal([expected], TraceMetricJson.Warnings(Parse(body)));

    [Fact]
    public void Series_OfNothing_AreNone() => Assert.Empty(TraceMetricJson.Series(Parse("{}")));

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"series":"x"}""")]
    public void Series_OfAnotherShape_AreAnError(string body) => Assert.Throws<JsonException>(() => TraceMetricJson.Series(Parse(body)));

    [Fact]
    public void Time_BeyondTheCalendar_IsItsEnd() =>
        Assert.Equal(9999, TraceMetricJson.Series(Parse("""{"series":[{"samples":[{"timestampMs":"9223372036854775807"}]}]}"""))[0].Samples[0].Time.Year);

    private static DateTimeOffset At(int seconds) => DateTimeOffset.FromUnixTimeSeconds(1_760_000_000 + seconds);

    private static JsonElement Parse(string body) => JsonDocument.Parse(body).RootElement;
}
