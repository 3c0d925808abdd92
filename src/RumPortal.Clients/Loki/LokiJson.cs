using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Loki;

/// <summary>
/// Reads Loki's smaller answers. Each function takes the whole document; any deviation from the API is a <see cref="JsonException"/>.
/// </summary>
/// <remarks>
/// <code>
/// {"status":"success","data":{"resultType":"matrix","result":[
///    {"metric":{"app_name":"shop-web"},"values":[[1795136400,"18"],[1795140000.5,"NaN"]]}]}}
/// {"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1795140000,"1427"]}]}}
/// {"status":"success","data":{"resultType":"scalar","result":[1795140000,"7"]}}
/// {"status":"success","data":["app_name","kind"]}         and, when nothing matches,  {"status":"success"}
/// {"streams":12,"chunks":480,"bytes":73400320,"entries":210044}
/// {"limits":{"max_entries_limit_per_query":5000,"max_query_length":"30d1h","query_timeout":"1m"},"version":"3.7.6"}
/// </code>
/// </remarks>
internal static class LokiJson
{
    public static ImmutableArray<Series> Series(JsonElement root)
    {
        var data = Data(root);
        var result = Member(data, "result");
        return Text(data, "resultType") switch
        {
            "matrix" => [.. Items(result).Select(item => new Series(Labels(Member(item, "metric")), Samples(Member(item, "values"))))],
            "vector" => [.. Items(result).Select(item => new Series(Labels(Member(item, "metric")), [Sample(Member(item, "value"))]))],
            "scalar" => [new Series(LabelSet.Empty, [Sample(result)])],
            var other => throw new JsonException($"A result of the type {other} where numbers were asked for."),
        };
    }

    public static (long? Bytes, long? Lines) Cost(JsonElement root)
    {
        var summary = OptionalMember(OptionalMember(Data(root), "stats"), "summary");
        return (OptionalInteger(summary, "totalBytesProcessed"), OptionalInteger(summary, "totalLinesProcessed"));
    }

    public static IReadOnlyList<string> Warnings(JsonElement root) =>
        OptionalMember(root, "warnings") is { ValueKind: JsonValueKind.Array } warnings
            ? [.. warnings.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString() ?? "")]
            : [];

    public static ImmutableArray<string> Strings(JsonElement root) => HasData(root) ? [.. Items(Member(root, "data")).Select(Text)] : [];

    public static ImmutableArray<LabelSet> LabelSets(JsonElement root) =>
        HasData(root) ? [.. Items(Member(root, "data")).Select(Labels)] : [];

    public static ImmutableArray<Volume> Volumes(JsonElement root) =>
        [.. Series(root).Select(series => new Volume(series.Labels, (long)series.Sum())).OrderByDescending(volume => volume.Bytes)];

    public static string FormattedQuery(JsonElement root)
    {
        CheckSuccess(root);
        return Text(root, "data");
    }

    public static IndexStats Stats(JsonElement root) =>
        new(Integer(root, "streams"), Integer(root, "chunks"), Integer(root, "bytes"), Integer(root, "entries"));

    public static BuildInfo BuildInfo(JsonElement root) => new(Text(root, "version"), OptionalText(root, "revision") ?? "");

    public static LokiLimits Limits(JsonElement root)
    {
        var limits = Member(root, "limits");
        return new LokiLimits(
            (int?)OptionalInteger(limits, "max_entries_limit_per_query"),
            OptionalDuration(limits, "max_query_length"),
            (int?)OptionalInteger(limits, "max_query_series"),
            OptionalDuration(limits, "query_timeout"),
            OptionalDuration(limits, "retention_period"),
            OptionalBoolean(limits, "volume_enabled"));
    }

    private static JsonElement Data(JsonElement root)
    {
        CheckSuccess(root);
        return Member(root, "data");
    }

    // Loki leaves the member out when there is nothing to tell.
    private static bool HasData(JsonElement root)
    {
        CheckSuccess(root);
        return OptionalMember(root, "data").ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);
    }

    private static void CheckSuccess(JsonElement root)
    {
        if (Text(root, "status") != "success") throw new JsonException("An answer that does not say success.");
    }

    private static JsonElement Member(JsonElement parent, string name) =>
        OptionalMember(parent, name) is { ValueKind: not JsonValueKind.Undefined } member
            ? member
            : throw new JsonException($"The member {name} is missing.");

    private static JsonElement OptionalMember(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default;

    private static JsonElement.ArrayEnumerator Items(JsonElement array) =>
        array.ValueKind == JsonValueKind.Array
            ? array.EnumerateArray()
            : throw new JsonException("Something else where a list was expected.");

    private static string Text(JsonElement parent, string name) => Text(Member(parent, name));

    private static string Text(JsonElement element) =>
        element.ValueKind == JsonValueKind.String
            ? element.GetString() ?? ""
            : throw new JsonException("Something else where a text was expected.");

    private static string? OptionalText(JsonElement parent, string name) =>
        OptionalMember(parent, name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;

    private static bool? OptionalBoolean(JsonElement parent, string name) => OptionalMember(parent, name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static long Integer(JsonElement parent, string name) =>
        OptionalInteger(parent, name) ?? throw new JsonException($"The number {name} is missing.");

    private static long? OptionalInteger(JsonElement parent, string name) =>
        OptionalMember(parent, name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt64(out var number) ? number : null;

    private static TimeSpan? OptionalDuration(JsonElement parent, string name) =>
        OptionalText(parent, name) is { } text && ServerDuration.TryParse(text, out var duration) ? duration : null;

    private static LabelSet Labels(JsonElement labels) =>
        labels.ValueKind == JsonValueKind.Object
            ? LabelSet.From(labels.EnumerateObject().Select(label => new KeyValuePair<string, string>(label.Name, Text(label.Value))))
            : throw new JsonException("Something else where labels were expected.");

    private static ImmutableArray<Sample> Samples(JsonElement values) => [.. Items(values).Select(Sample)];

    private static Sample Sample(JsonElement pair)
    {
        if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2) throw new JsonException("A sample is a time and a value.");
        if (pair[0].ValueKind != JsonValueKind.Number) throw new JsonException("A sample's time is a number.");
        var seconds = pair[0].GetDouble();
        return new Sample(Time(seconds), Value(Text(pair[1])));
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
