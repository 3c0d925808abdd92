using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using RumPortal.Sandbox.Visitors.Story;

namespace RumPortal.Sandbox.Visitors.Payloads;

/// <summary>Writes the JSON that Faro SDK 2 posts for a batch: one meta, the items by kind, the spans as OTLP.</summary>
internal static class FaroBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <param name="meta">Common to all items.</param>
    /// <param name="items">In the order they happened.</param>
    /// <param name="skew">How far the browser's clock is ahead of the true time.</param>
    public static byte[] Write(PayloadMeta meta, IReadOnlyList<VisitorItem> items, TimeSpan skew)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        WriteMeta(json, meta);
        WriteItems<LogItem>(json, "logs", items, skew, WriteLog);
        WriteItems<ExceptionItem>(json, "exceptions", items, skew, WriteException);
        WriteItems<MeasurementItem>(json, "measurements", items, skew, WriteMeasurement);
        WriteItems<EventItem>(json, "events", items, skew, WriteEvent);
        OtlpSpans.Write(json, meta, [.. items.OfType<SpanItem>()], skew);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteMeta(Utf8JsonWriter json, PayloadMeta meta)
    {
        json.WriteStartObject("meta");
        WriteObject(json, "sdk", [new("name", "faro-web"), new("version", meta.Visitor.Sdk.Version)]);
        WriteObject(json, "app", [
            new("name", meta.App.Name), new("namespace", meta.App.Namespace),
            new("version", meta.Visitor.Version), new("environment", meta.Visitor.Environment)]);
        WriteBrowser(json, meta);
        WriteObject(json, "os", [new("name", meta.Browser.OsName)]);
        if (meta.User is { } user) WriteUser(json, user);
        json.WriteStartObject("page");
        json.WriteString("id", meta.PageId);
        json.WriteString("url", meta.PageUrl.AbsoluteUri);
        json.WriteEndObject();
        json.WriteStartObject("session");
        json.WriteString("id", meta.SessionId);
        WriteTexts(json, "attributes", meta.SessionAttributes);
        json.WriteEndObject();
        WriteObject(json, "view", [new("name", meta.ViewName)]);
        json.WriteEndObject();
    }

    private static void WriteBrowser(Utf8JsonWriter json, PayloadMeta meta)
    {
        json.WriteStartObject("browser");
        json.WriteString("name", meta.Browser.Name);
        json.WriteString("version", meta.Browser.Version);
        json.WriteString("os", meta.Browser.Os);
        json.WriteString("userAgent", meta.Browser.UserAgent);
        json.WriteString("language", meta.Visitor.Device.Language);
        json.WriteBoolean("mobile", meta.Browser.IsMobile);
        json.WriteString("viewportWidth", $"{meta.Visitor.Device.ViewportWidth}");
        json.WriteString("viewportHeight", $"{meta.Visitor.Device.ViewportHeight}");
        json.WriteEndObject();
    }

    private static void WriteUser(Utf8JsonWriter json, Person user)
    {
        json.WriteStartObject("user");
        json.WriteString("id", user.Id);
        json.WriteString("username", user.Name);
        if (user.Email is not null) json.WriteString("email", user.Email);
        WriteTexts(json, "attributes", new Pairs { { "plan", user.Plan } });
        json.WriteEndObject();
    }

    private static void WriteItems<T>(
        Utf8JsonWriter json, string name, IReadOnlyList<VisitorItem> items, TimeSpan skew, Action<Utf8JsonWriter, T> write)
        where T : VisitorItem
    {
        if (!items.Any(item => item is T)) return;
        json.WriteStartArray(name);
        foreach (var item in items.OfType<T>())
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteString("timestamp", (item.Time + skew).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLog(Utf8JsonWriter json, LogItem log)
    {
        json.WriteString("message", log.Message);
        json.WriteString("level", log.Level);
        WriteTexts(json, "context", log.Context);
    }

    private static void WriteEvent(Utf8JsonWriter json, EventItem item)
    {
        json.WriteString("name", item.Name);
        json.WriteString("domain", "browser");
        WriteTexts(json, "attributes", item.Attributes);
        WriteTrace(json, item.Trace);
    }

    private static void WriteMeasurement(Utf8JsonWriter json, MeasurementItem measurement)
    {
        json.WriteString("type", measurement.Type);
        json.WriteStartObject("values");
        foreach (var (name, value) in measurement.Values) json.WriteNumber(name, value);
        json.WriteEndObject();
        WriteTexts(json, "context", measurement.Context);
    }

    private static void WriteException(Utf8JsonWriter json, ExceptionItem exception)
    {
        json.WriteString("type", exception.Type);
        json.WriteString("value", exception.Value);
        if (exception.Frames.Count > 0)
        {
            json.WriteStartObject("stacktrace");
            json.WriteStartArray("frames");
            foreach (var frame in exception.Frames)
            {
                json.WriteStartObject();
                json.WriteString("filename", frame.Filename);
                json.WriteString("function", frame.Function);
                json.WriteNumber("lineno", frame.Line);
                json.WriteNumber("colno", frame.Column);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        WriteTexts(json, "context", exception.Context);
        WriteTrace(json, exception.Trace);
    }

    private static void WriteTrace(Utf8JsonWriter json, TraceLink? trace)
    {
        if (trace is not null) WriteObject(json, "trace", [new("trace_id", trace.TraceId), new("span_id", trace.SpanId)]);
    }

    // The SDK sends no empty maps.
    private static void WriteTexts(Utf8JsonWriter json, string name, Pairs pairs)
    {
        if (pairs.Count > 0) WriteObject(json, name, pairs);
    }

    private static void WriteObject(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, string>> members)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in members) json.WriteString(key, value);
        json.WriteEndObject();
    }
}
