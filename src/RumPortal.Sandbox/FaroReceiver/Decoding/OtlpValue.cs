using System.Globalization;
using System.Text.Json;

namespace RumPortal.Sandbox.FaroReceiver.Decoding;

/// <summary>
/// Checks of single OTLP/JSON values, with the collector's leniencies: numbers as texts, enums by name or number, null texts.
/// </summary>
internal static class OtlpValue
{
    private static readonly HashSet<string> SpanKinds = new(StringComparer.Ordinal)
    {
        "SPAN_KIND_UNSPECIFIED", "SPAN_KIND_INTERNAL", "SPAN_KIND_SERVER", "SPAN_KIND_CLIENT", "SPAN_KIND_PRODUCER", "SPAN_KIND_CONSUMER",
    };

    private static readonly HashSet<string> StatusCodes = new(StringComparer.Ordinal)
    {
        "STATUS_CODE_UNSET", "STATUS_CODE_OK", "STATUS_CODE_ERROR",
    };

    private static readonly OtlpShape AnyValue = new(
        ("stringValue", Text),
        ("boolValue", Bool),
        ("intValue", Int64),
        ("doubleValue", Double),
        ("arrayValue", ReadArrayValue),
        ("kvlistValue", ReadKeyValueList),
        ("bytesValue", Bytes));

    private static readonly OtlpShape ArrayValue = new(("values", ArrayOf(AnyValue.Read)));

    private static readonly OtlpShape KeyValue = new(("key", Text), ("value", AnyValue.Read));

    private static readonly OtlpShape KeyValueList = new(("values", ArrayOf(KeyValue.Read)));

    public static ReadOtlp ArrayOf(ReadOtlp element) => (ref reader, tally) =>
    {
        if (reader.TokenType == JsonTokenType.Null) return;
        if (reader.TokenType != JsonTokenType.StartArray) throw Unexpected(ref reader, "array");
        for (JsonValue.Advance(ref reader); reader.TokenType != JsonTokenType.EndArray; JsonValue.Advance(ref reader))
            element(ref reader, tally);
    };

    public static void KeyValues(ref Utf8JsonReader reader, SpanTally tally) => ArrayOf(KeyValue.Read)(ref reader, tally);

    public static void Text(ref Utf8JsonReader reader, SpanTally tally)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null)) throw Unexpected(ref reader, "string");
    }

    public static void TraceId(ref Utf8JsonReader reader, SpanTally tally) => Hex(ref reader, 32);

    public static void SpanId(ref Utf8JsonReader reader, SpanTally tally) => Hex(ref reader, 16);

    public static void UInt32(ref Utf8JsonReader reader, SpanTally tally) =>
        Number(ref reader, static text => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    public static void UInt64(ref Utf8JsonReader reader, SpanTally tally) =>
        Number(ref reader, static text => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    public static void SpanKind(ref Utf8JsonReader reader, SpanTally tally) => Enumeration(ref reader, SpanKinds);

    public static void StatusCode(ref Utf8JsonReader reader, SpanTally tally) => Enumeration(ref reader, StatusCodes);

    public static PayloadFormatException Unexpected(ref Utf8JsonReader reader, string wanted) =>
        new($"traces: expected {wanted}, found {JsonValue.KindOf(ref reader)}");

    private static void ReadArrayValue(ref Utf8JsonReader reader, SpanTally tally) => ArrayValue.Read(ref reader, tally);

    private static void ReadKeyValueList(ref Utf8JsonReader reader, SpanTally tally) => KeyValueList.Read(ref reader, tally);

    private static void Bool(ref Utf8JsonReader reader, SpanTally tally)
    {
        if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False)) throw Unexpected(ref reader, "bool");
    }

    private static void Int64(ref Utf8JsonReader reader, SpanTally tally) =>
        Number(ref reader, static text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));

    private static void Double(ref Utf8JsonReader reader, SpanTally tally) =>
        Number(ref reader, static text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    private static void Bytes(ref Utf8JsonReader reader, SpanTally tally)
    {
        if (reader.TokenType != JsonTokenType.String) throw Unexpected(ref reader, "base64 string");
        var text = GoText.Read(ref reader);
        if (!System.Buffers.Text.Base64.IsValid(text)) throw new PayloadFormatException("traces: illegal base64 data");
    }

    private static void Hex(ref Utf8JsonReader reader, int length)
    {
        if (reader.TokenType != JsonTokenType.String) throw Unexpected(ref reader, "string");
        var text = GoText.Read(ref reader);
        if (text.Length == 0) return;
        if (text.Length != length || !text.All(char.IsAsciiHexDigit))
            throw new PayloadFormatException($"traces: cannot unmarshal ID from string '{JsonValue.Shown(text)}'");
    }

    private static void Number(ref Utf8JsonReader reader, Func<string, bool> parses)
    {
        if (reader.TokenType is not (JsonTokenType.Number or JsonTokenType.String)) throw Unexpected(ref reader, "number");
        var text = GoText.Read(ref reader);
        if (!parses(text)) throw new PayloadFormatException($"traces: parsing \"{JsonValue.Shown(text)}\": invalid number");
    }

    private static void Enumeration(ref Utf8JsonReader reader, HashSet<string> names)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            var name = GoText.Read(ref reader);
            if (!names.Contains(name)) throw new PayloadFormatException($"traces: unknown enum value \"{JsonValue.Shown(name)}\"");
            return;
        }

        if (reader.TokenType != JsonTokenType.Number) throw Unexpected(ref reader, "enum");
        Number(ref reader, static text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));
    }
}
