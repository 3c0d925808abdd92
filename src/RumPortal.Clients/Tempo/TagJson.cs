using System.Collections.Immutable;
using System.Text.Json;
using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Tempo;

/// <summary>Reads the answers about attributes, in v2 of the API, and about the server.</summary>
/// <remarks>
/// <code>
/// {"scopes":[{"name":"resource","tags":["service.name","browser.platform"]}],"metrics":{...}}
/// {"tagValues":[{"type":"string","value":"shop-web"}],"metrics":{...}}
/// {"version":"3.0.3","revision":"ad33aa8","branch":"HEAD",...}
/// </code>
/// </remarks>
internal static class TagJson
{
    public static ImmutableArray<TraceTags> Tags(JsonElement root) =>
    [
        .. Items(root, "scopes").Select(scope =>
            new TraceTags(ApiJson.OptionalText(scope, "name") ?? "", [.. ApiJson.OptionalTexts(scope, "tags")])),
    ];

    public static ImmutableArray<TraceTagValue> Values(JsonElement root) =>
    [
        .. Items(root, "tagValues").Select(item =>
            new TraceTagValue(ApiJson.OptionalText(item, "type") ?? "", ApiJson.OptionalText(item, "value") ?? "")),
    ];

    public static BuildInfo BuildInfo(JsonElement root) =>
        new(ApiJson.OptionalText(root, "version") ?? "", ApiJson.OptionalText(root, "revision") ?? "");

    private static JsonElement[] Items(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object
            ? ApiJson.OptionalItems(ApiJson.OptionalMember(root, name))
            : throw new JsonException("Something else where an object was expected.");
}
