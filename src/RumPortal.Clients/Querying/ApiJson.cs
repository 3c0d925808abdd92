using System.Text.Json;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Querying;

/// <summary>
/// What the answers of Loki and Prometheus have in common: the envelope and its elements. Optional members may be missing, null or of
/// another kind; any other deviation from the API is a <see cref="JsonException"/>.
/// </summary>
/// <remarks>
/// <code>
/// {"status":"success","data":{...},"warnings":["..."],"infos":["..."]}
/// {"status":"success"}                                          Loki, when there is nothing to tell
/// {"status":"error","errorType":"bad_data","error":"..."}       with a status of 200 from some proxies
/// </code>
/// </remarks>
internal static class ApiJson
{
    public static JsonElement Data(JsonElement root)
    {
        CheckSuccess(root);
        return Member(root, "data");
    }

    public static JsonElement OptionalData(JsonElement root)
    {
        CheckSuccess(root);
        return OptionalMember(root, "data");
    }

    public static void CheckSuccess(JsonElement root)
    {
        if (Text(root, "status") != "success") throw new JsonException("An answer that does not say success.");
    }

    public static bool IsAbsent(JsonElement element) => element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    public static JsonElement Member(JsonElement parent, string name) =>
        OptionalMember(parent, name) is { ValueKind: not JsonValueKind.Undefined } member
            ? member
            : throw new JsonException($"The member {name} is missing.");

    public static JsonElement OptionalMember(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default;

    public static JsonElement.ArrayEnumerator Items(JsonElement array) =>
        array.ValueKind == JsonValueKind.Array
            ? array.EnumerateArray()
            : throw new JsonException("Something else where a list was expected.");

    /// <summary>The elements of a list; none when it is missing or null.</summary>
    public static JsonElement[] OptionalItems(JsonElement array) => IsAbsent(array) ? [] : [.. Items(array)];

    public static string Text(JsonElement parent, string name) => Text(Member(parent, name));

    public static string Text(JsonElement element) =>
        element.ValueKind == JsonValueKind.String
            ? element.GetString() ?? ""
            : throw new JsonException("Something else where a text was expected.");

    public static string? OptionalText(JsonElement parent, string name) =>
        OptionalMember(parent, name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;

    /// <summary>The texts of a list; other elements and a missing list count as none.</summary>
    public static IReadOnlyList<string> OptionalTexts(JsonElement parent, string name) =>
        OptionalMember(parent, name) is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString() ?? "")]
            : [];

    public static bool? OptionalBoolean(JsonElement parent, string name) => OptionalMember(parent, name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static long Integer(JsonElement parent, string name) =>
        OptionalInteger(parent, name) ?? throw new JsonException($"The number {name} is missing.");

    public static long? OptionalInteger(JsonElement parent, string name) =>
        OptionalMember(parent, name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt64(out var number) ? number : null;

    public static TimeSpan? OptionalDuration(JsonElement parent, string name) =>
        OptionalText(parent, name) is { } text && ServerDuration.TryParse(text, out var duration) ? duration : null;

    public static LabelSet Labels(JsonElement labels) =>
        labels.ValueKind == JsonValueKind.Object
            ? LabelSet.From(labels.EnumerateObject().Select(label => new KeyValuePair<string, string>(label.Name, Text(label.Value))))
            : throw new JsonException("Something else where labels were expected.");
}
