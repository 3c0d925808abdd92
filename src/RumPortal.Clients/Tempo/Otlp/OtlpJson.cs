using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Traces;

namespace RumPortal.Clients.Tempo.Otlp;

/// <summary>
/// Numbers and ids as senders of OTLP's JSON write them: 64-bit numbers as text or as numbers, enumerations as names or numbers, ids in
/// base64 (Tempo, protobuf's own JSON) or hex (OTLP's rule, Tempo's search). What cannot be read is absent.
/// </summary>
internal static class OtlpJson
{
    /// <exception cref="JsonException">It is no object.</exception>
    public static JsonElement Object(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element : throw new JsonException("Something else where an object was expected.");

    public static TraceId? TraceId(JsonElement parent, string name)
    {
        var text = ApiJson.OptionalText(parent, name);
        if (IsHex(text)) return Domain.Traces.TraceId.TryParse(text, out var id, out _) ? id : null;
        Span<byte> bytes = stackalloc byte[16];
        return TryDecode(text, bytes, out var length) ? OtlpNumbers.Trace(bytes[..length]) : null;
    }

    public static SpanId? SpanId(JsonElement parent, string name)
    {
        var text = ApiJson.OptionalText(parent, name);
        if (IsHex(text)) return Domain.Traces.SpanId.TryParse(text, out var id) ? id : null;
        Span<byte> bytes = stackalloc byte[16];
        return TryDecode(text, bytes, out var length) ? OtlpNumbers.Span(bytes[..length]) : null;
    }

    /// <summary>Nanoseconds; zero when absent.</summary>
    public static long Nanoseconds(JsonElement parent, string name)
    {
        var member = ApiJson.OptionalMember(parent, name);
        return member.ValueKind switch
        {
            JsonValueKind.String when ulong.TryParse(member.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) =>
                OtlpNumbers.Nanoseconds(value),
            JsonValueKind.Number when member.TryGetUInt64(out var value) => OtlpNumbers.Nanoseconds(value),
            _ => 0,
        };
    }

    /// <summary>A whole number; null when absent or another.</summary>
    public static long? Whole(JsonElement member) => member.ValueKind switch
    {
        JsonValueKind.Number when member.TryGetInt64(out var value) => value,
        JsonValueKind.String when long.TryParse(
            member.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => value,
        _ => null,
    };

    /// <summary>A real number, which JSON can write as text only when it is infinite or none.</summary>
    public static double? Real(JsonElement member) => member.ValueKind switch
    {
        JsonValueKind.Number when member.TryGetDouble(out var value) => value,
        JsonValueKind.String => member.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" or "+Inf" => double.PositiveInfinity,
            "-Infinity" or "-Inf" => double.NegativeInfinity,
            var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
            _ => null,
        },
        _ => null,
    };

    public static SpanKind Kind(JsonElement span) => ApiJson.OptionalText(span, "kind") switch
    {
        "SPAN_KIND_INTERNAL" => SpanKind.Internal,
        "SPAN_KIND_SERVER" => SpanKind.Server,
        "SPAN_KIND_CLIENT" => SpanKind.Client,
        "SPAN_KIND_PRODUCER" => SpanKind.Producer,
        "SPAN_KIND_CONSUMER" => SpanKind.Consumer,
        _ => OtlpNumbers.Kind((ulong)(Whole(ApiJson.OptionalMember(span, "kind")) ?? 0)),
    };

    public static SpanStatus Status(JsonElement status) => ApiJson.OptionalText(status, "code") switch
    {
        "STATUS_CODE_OK" => SpanStatus.Ok,
        "STATUS_CODE_ERROR" => SpanStatus.Error,
        _ => OtlpNumbers.Status((ulong)(Whole(ApiJson.OptionalMember(status, "code")) ?? 0)),
    };

    // Base64 of 8 or 16 bytes always ends in an equals sign, so that no id reads both ways.
    private static bool IsHex(string? text) => text is { Length: > 0 } && text.All(char.IsAsciiHexDigit);

    private static bool TryDecode(string? text, Span<byte> bytes, out int length)
    {
        length = 0;
        return text is not null && Base64.IsValid(text, out var decoded) && decoded <= bytes.Length
            && Convert.TryFromBase64String(text, bytes, out length);
    }
}
