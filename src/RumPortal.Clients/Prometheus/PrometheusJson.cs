using System.Collections.Immutable;
using System.Text.Json;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Prometheus;

/// <summary>Reads the answers that are no query results. Each function takes the whole document.</summary>
/// <remarks>
/// <code>
/// {"status":"success","data":["Arc","Chrome"],"warnings":["results truncated due to limit"]}
/// {"status":"success","data":[{"__name__":"rum_vital_density:count5m","app_name":"shop-web","le":"2500"}]}
/// {"status":"success","data":{"up":[{"type":"gauge","help":"...","unit":""}]}}
/// {"status":"success","data":{"version":"2.42.0","revision":"..."}}     Mimir adds  "application":"Grafana Mimir"
/// {"status":"success","data":{..., "stats":{"samples":{"totalQueryableSamples":2585}}}}     when a query asks for stats
/// </code>
/// </remarks>
internal static class PrometheusJson
{
    // Before 2.54 remarks stood among the warnings.
    private const string InfoPrefix = "PromQL info";

    public static PrometheusList<string> Strings(JsonElement root) =>
        new([.. ApiJson.OptionalItems(ApiJson.OptionalData(root)).Select(ApiJson.Text)], Warnings(root));

    public static PrometheusList<LabelSet> LabelSets(JsonElement root) =>
        new([.. ApiJson.OptionalItems(ApiJson.OptionalData(root)).Select(ApiJson.Labels)], Warnings(root));

    public static IReadOnlyList<string> Warnings(JsonElement root) =>
        [.. ApiJson.OptionalTexts(root, "warnings").Where(text => !IsInfo(text))];

    public static IReadOnlyList<string> Infos(JsonElement root) =>
        [.. ApiJson.OptionalTexts(root, "infos"), .. ApiJson.OptionalTexts(root, "warnings").Where(IsInfo)];

    public static long? Samples(JsonElement root)
    {
        var stats = ApiJson.OptionalMember(ApiJson.OptionalData(root), "stats");
        return ApiJson.OptionalInteger(ApiJson.OptionalMember(stats, "samples"), "totalQueryableSamples");
    }

    public static ImmutableArray<MetricMetadata> Metadata(JsonElement root)
    {
        var data = ApiJson.OptionalData(root);
        if (ApiJson.IsAbsent(data)) return [];
        if (data.ValueKind != JsonValueKind.Object) throw new JsonException("Something else where metadata was expected.");
        return
        [
            .. data.EnumerateObject().SelectMany(metric => ApiJson.Items(metric.Value).Select(item => new MetricMetadata(
                metric.Name,
                ApiJson.OptionalText(item, "type") ?? "",
                ApiJson.OptionalText(item, "help") ?? "",
                ApiJson.OptionalText(item, "unit") ?? ""))),
        ];
    }

    public static BuildInfo BuildInfo(JsonElement root)
    {
        var data = ApiJson.Data(root);
        return new BuildInfo(
            ApiJson.OptionalText(data, "version") ?? "", ApiJson.OptionalText(data, "revision") ?? "", ApiJson.OptionalText(data, "application"));
    }

    private static bool IsInfo(string text) => text.StartsWith(InfoPrefix, StringComparison.OrdinalIgnoreCase);
}
