using System.Collections.Immutable;
using System.Text.Json;
using RumPortal.Clients.Querying;
using RumPortal.Clients.Tempo.Otlp;

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
        new(ApiJson.OptionalText(OtlpJson.Object(root), "version") ?? "", ApiJson.OptionalText(root, "revision") ?? "");

    private static JsonElement[] Items(JsonElement root, string name) =>
        ApiJson.OptionalItems(ApiJson.OptionalMember(OtlpJson.Object(root), name));
}
