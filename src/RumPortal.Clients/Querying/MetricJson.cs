using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Querying;

/// <summary>Reads the results of metric queries, which Loki took over from Prometheus.</summary>
/// <remarks>
/// <code>
/// {"status":"success","data":{"resultType":"matrix","result":[
///    {"metric":{"app_name":"shop-web"},"values":[[1795136400,"18"],[1795140000.5,"NaN"]]}]}}
/// {"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1795140000,"1427"]}]}}
/// {"status":"success","data":{"resultType":"scalar","result":[1795140000,"7"]}}
/// </code>
/// An element of a native histogram has <c>histogram</c> or <c>histograms</c> beside or instead of its numbers (Prometheus since 2.40).
/// These are counted and left out: nothing that the portal asks for is one.
/// </remarks>
internal static class MetricJson
{
    public static ImmutableArray<Series> Series(JsonElement root)
    {
        var data = ApiJson.Data(root);
        var result = ApiJson.Member(data, "result");
        return ApiJson.Text(data, "resultType") switch
        {
            "matrix" => [.. WithNumbers(result, "values", "histograms").Select(item => new Series(Labels(item), Samples(item)))],
            "vector" => [.. WithNumbers(result, "value", "histogram").Select(item => new Series(Labels(item), [One(item)]))],
            "scalar" => [new Series(LabelSet.Empty, [Sample(result)])],
            var other => throw new JsonException($"A result of the type {other} where numbers were asked for."),
        };
    }

    /// <summary>How many series of the result are native histograms, in whole or in part.</summary>
    public static int HistogramCount(JsonElement root) =>
        ApiJson.OptionalMember(ApiJson.Data(root), "result") is { ValueKind: JsonValueKind.Array } result
            ? result.EnumerateArray().Count(item => Has(item, "histogram") || Has(item, "histograms"))
            : 0;

    private static IEnumerable<JsonElement> WithNumbers(JsonElement result, string numbers, string histograms) =>
        ApiJson.Items(result).Where(item => Has(item, numbers) || !Has(item, histograms));

    private static bool Has(JsonElement item, string name) => !ApiJson.IsAbsent(ApiJson.OptionalMember(item, name));

    private static LabelSet Labels(JsonElement item) => ApiJson.Labels(ApiJson.Member(item, "metric"));

    private static ImmutableArray<Sample> Samples(JsonElement item) => [.. ApiJson.Items(ApiJson.Member(item, "values")).Select(Sample)];

    private static Sample One(JsonElement item) => Sample(ApiJson.Member(item, "value"));

    private static Sample Sample(JsonElement pair)
    {
        if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2) throw new JsonException("A sample is a time and a value.");
        if (pair[0].ValueKind != JsonValueKind.Number) throw new JsonException("A sample's time is a number.");
        var seconds = pair[0].GetDouble();
        return new Sample(Time(seconds), Value(ApiJson.Text(pair[1])));
    }

    // Three decimals at most, which a double holds. A scalar's time may lie beyond the calendar (Loki 3.7 behaviour).
    private static DateTimeOffset Time(double seconds) => seconds switch
    {
        > -62_000_000_000 and < 253_000_000_000 => DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000)),
        > 0 => DateTimeOffset.MaxValue,
        _ => DateTimeOffset.MinValue,
    };

    private static double Value(string text) => text switch
    {
        "NaN" => double.NaN,
        "+Inf" or "Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
        _ => throw new JsonException($"'{text}' is no value of a sample."),
    };
}
