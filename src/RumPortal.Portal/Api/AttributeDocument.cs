using System.Globalization;
using System.Text.Json.Nodes;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Traces;

namespace RumPortal.Portal.Api;

/// <summary>An attribute; a list of them, not an object, because a sender may repeat a key.</summary>
/// <param name="Value">
/// Text, boolean, number, list or object as it was sent; whole numbers beyond 2^53 and numbers that JSON does not have are text, bytes are
/// base64. Three stars for who may not see users.
/// </param>
public sealed record AttributeDocument(string Key, JsonNode? Value)
{
    private const string Mask = "***";
    private const long LargestExact = 1L << 53;
    private const int DeepestValue = 16;

    internal static IReadOnlyList<AttributeDocument> Of(SpanAttributes attributes, ViewerScope viewer)
    {
        var mayUnmask = viewer.May(ViewerPermission.UnmaskUsers);
        return [.. attributes.Select(attribute => new AttributeDocument(
            attribute.Key, PersonalAttributes.Include(attribute.Key) && !mayUnmask ? JsonValue.Create(Mask) : NodeOf(attribute.Value, DeepestValue)))];
    }

    private static JsonNode? NodeOf(AttributeValue value, int depth) => value switch
    {
        AttributeValue.Text text => JsonValue.Create(text.Value),
        AttributeValue.Boolean boolean => JsonValue.Create(boolean.Value),
        AttributeValue.Whole { Value: >= -LargestExact and <= LargestExact } whole => JsonValue.Create(whole.Value),
        AttributeValue.Real real when double.IsFinite(real.Value) => JsonValue.Create(real.Value),
        AttributeValue.List list when depth > 0 => new JsonArray([.. list.Values.Select(item => NodeOf(item, depth - 1))]),
        AttributeValue.Pairs pairs when depth > 0 => new JsonArray([.. pairs.Values.Select(pair => new JsonObject { ["key"] = pair.Key, ["value"] = NodeOf(pair.Value, depth - 1) })]),
        AttributeValue.None => null,
        _ => JsonValue.Create(Convert.ToString(value, CultureInfo.InvariantCulture)),
    };
}
