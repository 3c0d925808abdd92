using System.Collections.Immutable;
using System.Text.Json;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Loki;

/// <summary>
/// Reads Loki's smaller answers. Each function takes the whole document; any deviation from the API is a <see cref="JsonException"/>.
/// </summary>
/// <remarks>
/// <code>
/// {"status":"success","data":["app_name","kind"]}         and, when nothing matches,  {"status":"success"}
/// {"streams":12,"chunks":480,"bytes":73400320,"entries":210044}
/// {"limits":{"max_entries_limit_per_query":5000,"max_query_length":"30d1h","query_timeout":"1m"},"version":"3.7.6"}
/// </code>
/// </remarks>
internal static class LokiJson
{
    public static (long? Bytes, long? Lines) Cost(JsonElement root)
    {
        var summary = ApiJson.OptionalMember(ApiJson.OptionalMember(ApiJson.Data(root), "stats"), "summary");
        return (ApiJson.OptionalInteger(summary, "totalBytesProcessed"), ApiJson.OptionalInteger(summary, "totalLinesProcessed"));
    }

    public static ImmutableArray<string> Strings(JsonElement root) =>
        [.. ApiJson.OptionalItems(ApiJson.OptionalData(root)).Select(ApiJson.Text)];

    public static ImmutableArray<LabelSet> LabelSets(JsonElement root) =>
        [.. ApiJson.OptionalItems(ApiJson.OptionalData(root)).Select(ApiJson.Labels)];

    public static ImmutableArray<Volume> Volumes(JsonElement root) =>
    [
        .. MetricJson.Series(root).Select(series => new Volume(series.Labels, (long)series.Sum())).OrderByDescending(volume => volume.Bytes),
    ];

    public static string FormattedQuery(JsonElement root)
    {
        ApiJson.CheckSuccess(root);
        return ApiJson.Text(root, "data");
    }

    public static IndexStats Stats(JsonElement root) => new(
        ApiJson.Integer(root, "streams"), ApiJson.Integer(root, "chunks"), ApiJson.Integer(root, "bytes"), ApiJson.Integer(root, "entries"));

    public static BuildInfo BuildInfo(JsonElement root) =>
        new(ApiJson.Text(root, "version"), ApiJson.OptionalText(root, "revision") ?? "");

    public static LokiLimits Limits(JsonElement root)
    {
        var limits = ApiJson.Member(root, "limits");
        return new LokiLimits(
            (int?)ApiJson.OptionalInteger(limits, "max_entries_limit_per_query"),
            ApiJson.OptionalDuration(limits, "max_query_length"),
            (int?)ApiJson.OptionalInteger(limits, "max_query_series"),
            ApiJson.OptionalDuration(limits, "query_timeout"),
            ApiJson.OptionalDuration(limits, "retention_period"),
            ApiJson.OptionalBoolean(limits, "volume_enabled"));
    }
}
