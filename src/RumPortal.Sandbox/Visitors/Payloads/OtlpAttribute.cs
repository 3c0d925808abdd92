using System.Text.Json;

namespace RumPortal.Sandbox.Visitors.Payloads;

/// <summary>Writes one attribute in OTLP's JSON.</summary>
internal static class OtlpAttribute
{
    /// <param name="json">Stands in an array of attributes.</param>
    /// <param name="key">The name.</param>
    /// <param name="value">A text, a whole number or a truth value.</param>
    public static void Write(Utf8JsonWriter json, string key, object value)
    {
        json.WriteStartObject();
        json.WriteString("key", key);
        json.WriteStartObject("value");
        if (value is int number) json.WriteNumber("intValue", number);
        else if (value is bool truth) json.WriteBoolean("boolValue", truth);
        else json.WriteString("stringValue", (string)value);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
