using System.Globalization;
using System.Text.Json;
using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.Sandbox.Otlp.Json;

/// <summary>Attributes and their values in OTLP/JSON.</summary>
/// <remarks><c>{"key":"http.status_code","value":{"intValue":"200"}}</c></remarks>
internal sealed class JsonAttributes(TextPool keys)
{
    /// <summary>The attributes of a message, with the count of those that its sender dropped.</summary>
    public AttributeSet Read(JsonElement message) => new(
        [.. JsonFields.Items(message, "attributes").Select(ReadAttribute)],
        (uint)JsonFields.Unsigned(message, "droppedAttributesCount", uint.MaxValue));

    private SpanAttribute ReadAttribute(JsonElement element) =>
        new(keys.Share(JsonFields.Text(element, "key")), ReadValue(JsonFields.Object(element, "value")));

    private AttributeValue ReadValue(JsonElement value)
    {
        if (Is(value, "stringValue", out _)) return new AttributeValue.Text(JsonFields.Text(value, "stringValue"));
        if (Is(value, "intValue", out var integer)) return new AttributeValue.WholeNumber(ReadInteger(integer));
        if (Is(value, "boolValue", out var boolean)) return new AttributeValue.Boolean(ReadBoolean(boolean));
        if (Is(value, "doubleValue", out var number)) return new AttributeValue.Number(ReadNumber(number));
        if (Is(value, "bytesValue", out var bytes)) return new AttributeValue.Bytes(ReadBytes(bytes));
        if (Is(value, "arrayValue", out var array)) return new AttributeValue.List([.. JsonFields.Items(array, "values").Select(ReadValue)]);
        if (Is(value, "kvlistValue", out var map)) return new AttributeValue.Map([.. JsonFields.Items(map, "values").Select(ReadAttribute)]);
        return AttributeValue.Nothing.Instance;
    }

    private static bool Is(JsonElement value, string name, out JsonElement found)
    {
        found = JsonFields.Get(value, name);
        return found.ValueKind != JsonValueKind.Undefined;
    }

    private static long ReadInteger(JsonElement value) =>
        long.TryParse(JsonFields.Digits(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
            ? integer
            : throw JsonFields.Wrong("intValue", "a whole number", value);

    private static bool ReadBoolean(JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw JsonFields.Wrong("boolValue", "true or false", value);

    private static double ReadNumber(JsonElement value) => JsonFields.Digits(value) switch
    {
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        var digits => double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw JsonFields.Wrong("doubleValue", "a number", value),
    };

    private static byte[] ReadBytes(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out var bytes) ? bytes : throw JsonFields.Wrong("bytesValue", "base64", value);
}
