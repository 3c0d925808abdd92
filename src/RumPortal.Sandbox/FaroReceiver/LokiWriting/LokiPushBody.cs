using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RumPortal.Sandbox.FaroReceiver.LokiWriting;

/// <summary>The JSON of <c>POST /loki/api/v1/push</c>: <c>{"streams":[{"stream":{...},"values":[["ns","line"],...]}]}</c>.</summary>
internal static class LokiPushBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(IEnumerable<LogEntry> entries, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteStartArray("streams");
        foreach (var stream in entries.GroupBy(entry => entry.Stream, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WritePropertyName("stream");
            json.WriteRawValue(stream.Key, skipInputValidation: true);
            json.WriteStartArray("values");
            foreach (var entry in stream)
            {
                json.WriteStartArray();
                json.WriteStringValue(entry.Nanoseconds.ToString(CultureInfo.InvariantCulture));
                json.WriteStringValue(entry.Line);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
