using System.Globalization;
using System.Text.Json;
using RumPortal.Sandbox.Otlp.Json;
using RumPortal.Sandbox.Tempo.TraceQl;

namespace RumPortal.Sandbox.Tempo.Api;

/// <summary>Writes a value as OTLP's <c>AnyValue</c>. What OTLP has no type for is text: <c>300ms</c>, <c>error</c>, <c>client</c>, <c>nil</c>.</summary>
internal static class ValueJson
{
    public static void Write(Utf8JsonWriter json, Value value)
    {
        json.WriteStartObject();
        switch (value.Kind)
        {
            case ValueKind.WholeNumber:
                json.WriteString("intValue", value.Whole.ToString(CultureInfo.InvariantCulture));
                break;
            case ValueKind.Number:
                json.WritePropertyName("doubleValue");
                OtlpJsonWriter.WriteNumber(json, value.Number);
                break;
            case ValueKind.Boolean:
                json.WriteBoolean("boolValue", value.IsTrue);
                break;
            case ValueKind.AnyOf:
                json.WriteString("stringValue", value.Items[0].ToString());
                break;
            case ValueKind.List:
                json.WriteStartObject("arrayValue");
                json.WriteStartArray("values");
                foreach (var item in value.Items) Write(json, item);
                json.WriteEndArray();
                json.WriteEndObject();
                break;
            default:
                json.WriteString("stringValue", value.ToString());
                break;
        }

        json.WriteEndObject();
    }
}
