using System.Text.Json;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Traces;

namespace RumPortal.Clients.Tempo.Otlp;

/// <summary>Reads attributes from JSON. What is no value of any type is the value that is none.</summary>
/// <remarks>
/// <code>
/// [{"key":"http.status_code","value":{"intValue":"200"}},{"key":"ratio","value":{"doubleValue":"NaN"}},
///  {"key":"tags","value":{"arrayValue":{"values":[{"stringValue":"a"}]}}},{"key":"raw","value":{"bytesValue":"AQI="}},
///  {"key":"kv","value":{"kvlistValue":{"values":[{"key":"x","value":{"boolValue":false}}]}}},{"key":"empty","value":{}}]
/// </code>
/// </remarks>
internal static class AttributeJson
{
    public static SpanAttributes Read(JsonElement parent, string name, SpanIntake intake)
    {
        var items = ApiJson.OptionalMember(parent, name);
        return ApiJson.IsAbsent(items) || items.GetArrayLength() == 0 ? SpanAttributes.Empty : new SpanAttributes([.. Pairs(items, intake, 0)]);
    }

    public static AttributeValue Value(JsonElement value, SpanIntake intake, int depth = 0)
    {
        if (value.ValueKind != JsonValueKind.Object) return AttributeValue.None.Value;
        foreach (var member in value.EnumerateObject())
        {
            if (ApiJson.IsAbsent(member.Value)) continue;
            return member.Name switch
            {
                "stringValue" when member.Value.ValueKind == JsonValueKind.String =>
                    new AttributeValue.Text(intake.Text(member.Value.GetString())),
                "boolValue" when member.Value.ValueKind is JsonValueKind.True or JsonValueKind.False =>
                    new AttributeValue.Boolean(member.Value.GetBoolean()),
                "intValue" when OtlpJson.Whole(member.Value) is { } whole => new AttributeValue.Whole(whole),
                "doubleValue" when OtlpJson.Real(member.Value) is { } real => new AttributeValue.Real(real),
                "bytesValue" when member.Value.ValueKind == JsonValueKind.String && member.Value.TryGetBytesFromBase64(out var bytes) =>
                    new AttributeValue.Bytes([.. intake.Cut(bytes)]),
                "arrayValue" when intake.IsShallow(depth + 1) =>
                    new AttributeValue.List([.. Elements(member.Value, intake).Select(item => Value(item, intake, depth + 1))]),
                "kvlistValue" when intake.IsShallow(depth + 1) =>
                    new AttributeValue.Pairs([.. Pairs(ApiJson.OptionalMember(member.Value, "values"), intake, depth + 1)]),
                _ => AttributeValue.None.Value,
            };
        }
        return AttributeValue.None.Value;
    }

    private static IEnumerable<SpanAttribute> Pairs(JsonElement items, SpanIntake intake, int depth) =>
        Bounded(items, intake).Select(item => new SpanAttribute(
            intake.Text(ApiJson.OptionalText(item, "key")), Value(ApiJson.OptionalMember(item, "value"), intake, depth)));

    private static IEnumerable<JsonElement> Elements(JsonElement list, SpanIntake intake) =>
        Bounded(ApiJson.OptionalMember(list, "values"), intake);

    private static IEnumerable<JsonElement> Bounded(JsonElement items, SpanIntake intake) =>
        ApiJson.IsAbsent(items) ? [] : ApiJson.Items(items).Take(intake.Take(items.GetArrayLength()));
}
