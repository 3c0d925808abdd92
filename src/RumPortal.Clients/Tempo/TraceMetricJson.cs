using System.Collections.Immutable;
using System.Text.Json;
using RumPortal.Clients.Querying;
using RumPortal.Clients.Tempo.Otlp;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Tempo;

/// <summary>Reads the answers of TraceQL metrics.</summary>
/// <remarks>
/// <code>
/// {"series":[{"labels":[{"key":"span:status","value":{"stringValue":"error"}}],
///   "samples":[{"timestampMs":"1760000060000","value":0.25},{"timestampMs":"1760000120000"}],"exemplars":[...]}],
///  "metrics":{"inspectedBytes":"3811736"},"status":"PARTIAL","message":"..."}
/// </code>
/// A sample without a value is zero.
/// </remarks>
internal static class TraceMetricJson
{
    public static ImmutableArray<Series> Series(JsonElement root) =>
    [
        .. ApiJson.OptionalItems(ApiJson.OptionalMember(OtlpJson.Object(root), "series"))
            .Select(item => new Series(Labels(item), Samples(item))),
    ];

    /// <summary>Why the server left series out; none when it did not.</summary>
    public static IReadOnlyList<string> Warnings(JsonElement root)
    {
        if (!IsPartial(root)) return [];
        return [ApiJson.OptionalText(root, "message") is { Length: > 0 } message ? message : "Tempo gave only a part of the series."];
    }

    public static long? Bytes(JsonElement root) =>
        OtlpJson.Whole(ApiJson.OptionalMember(ApiJson.OptionalMember(root, "metrics"), "inspectedBytes"));

    private static bool IsPartial(JsonElement root) =>
        ApiJson.OptionalText(root, "status") == "PARTIAL" || ApiJson.OptionalInteger(root, "status") is > 0;

    private static LabelSet Labels(JsonElement item)
    {
        var labels = AttributeJson.Read(item, "labels", new SpanIntake());
        return LabelSet.From(labels.Select(label => new KeyValuePair<string, string>(label.Key, label.Value.ToString())));
    }

    private static ImmutableArray<Sample> Samples(JsonElement item) =>
    [
        .. ApiJson.OptionalItems(ApiJson.OptionalMember(item, "samples")).Select(sample => new Sample(
            Time(OtlpJson.Whole(ApiJson.OptionalMember(sample, "timestampMs")) ?? 0),
            OtlpJson.Real(ApiJson.OptionalMember(sample, "value")) ?? 0)),
    ];

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(
        milliseconds, DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));
}
