using System.Text.Json;
using RumPortal.Sandbox.FaroReceiver.Payloads;

namespace RumPortal.Sandbox.FaroReceiver.Decoding;

/// <summary>The fields of each payload type, by their JSON names. What is not here is skipped, as Alloy skips it.</summary>
internal static class PayloadShapes
{
    private static readonly JsonShape<TraceContext> Trace = new(
        "payload.TraceContext",
        new("trace_id", static (ref r, t) => t.TraceId = JsonValue.String(ref r, t.TraceId)),
        new("span_id", static (ref r, t) => t.SpanId = JsonValue.String(ref r, t.SpanId)));

    private static readonly JsonShape<Log> Log = new(
        "payload.Log",
        new("message", static (ref r, t) => t.Message = JsonValue.String(ref r, t.Message)),
        new("level", static (ref r, t) => t.Level = JsonValue.String(ref r, t.Level)),
        new("context", static (ref r, t) => JsonValue.Texts(ref r, t.Context)),
        new("timestamp", static (ref r, t) => t.Timestamp = JsonValue.Time(ref r, t.Timestamp)),
        new("trace", static (ref r, t) => Trace.Read(ref r, t.Trace)));

    private static readonly JsonShape<Event> Event = new(
        "payload.Event",
        new("name", static (ref r, t) => t.Name = JsonValue.String(ref r, t.Name)),
        new("domain", static (ref r, t) => t.Domain = JsonValue.String(ref r, t.Domain)),
        new("attributes", static (ref r, t) => JsonValue.Texts(ref r, t.Attributes)),
        new("timestamp", static (ref r, t) => t.Timestamp = JsonValue.Time(ref r, t.Timestamp)),
        new("trace", static (ref r, t) => Trace.Read(ref r, t.Trace)));

    private static readonly JsonShape<Measurement> Measurement = new(
        "payload.Measurement",
        new("type", static (ref r, t) => t.Type = JsonValue.String(ref r, t.Type)),
        new("values", static (ref r, t) => JsonValue.Numbers(ref r, t.Values)),
        new("timestamp", static (ref r, t) => t.Timestamp = JsonValue.Time(ref r, t.Timestamp)),
        new("trace", static (ref r, t) => Trace.Read(ref r, t.Trace)),
        new("context", static (ref r, t) => JsonValue.Texts(ref r, t.Context)));

    private static readonly JsonShape<StackFrame> Frame = new(
        "payload.Frame",
        new("function", static (ref r, t) => t.Function = JsonValue.String(ref r, t.Function)),
        new("module", static (ref r, t) => t.Module = JsonValue.String(ref r, t.Module)),
        new("filename", static (ref r, t) => t.Filename = JsonValue.String(ref r, t.Filename)),
        new("lineno", static (ref r, t) => t.Line = JsonValue.Integer(ref r, t.Line)),
        new("colno", static (ref r, t) => t.Column = JsonValue.Integer(ref r, t.Column)));

    private static readonly JsonShape<ExceptionReport> Stacktrace = new(
        "payload.Stacktrace",
        new JsonField<ExceptionReport>("frames", static (ref r, t) => JsonValue.Slice(ref r, t.Frames, Frame.Read)));

    private static readonly JsonShape<ExceptionReport> Exception = new(
        "payload.Exception",
        new("type", static (ref r, t) => t.Type = JsonValue.String(ref r, t.Type)),
        new("value", static (ref r, t) => t.Value = JsonValue.String(ref r, t.Value)),
        new("stacktrace", ReadStacktrace),
        new("timestamp", static (ref r, t) => t.Timestamp = JsonValue.Time(ref r, t.Timestamp)),
        new("trace", static (ref r, t) => Trace.Read(ref r, t.Trace)),
        new("context", static (ref r, t) => JsonValue.Texts(ref r, t.Context)));

    public static readonly JsonShape<FaroPayload> Payload = new(
        "payload.Payload",
        new("exceptions", static (ref r, t) => JsonValue.Slice(ref r, t.Exceptions, Exception.Read)),
        new("logs", static (ref r, t) => JsonValue.Slice(ref r, t.Logs, Log.Read)),
        new("measurements", static (ref r, t) => JsonValue.Slice(ref r, t.Measurements, Measurement.Read)),
        new("events", static (ref r, t) => JsonValue.Slice(ref r, t.Events, Event.Read)),
        new("meta", static (ref r, t) => MetaShapes.Meta.Read(ref r, t.Meta)),
        new("traces", ReadTraces));

    private static void ReadTraces(ref Utf8JsonReader reader, FaroPayload target)
    {
        var start = (int)reader.TokenStartIndex;
        target.SpanCount = OtlpTraces.CountSpans(ref reader);
        target.TracesRange = start..(int)reader.BytesConsumed;
    }

    // A pointer in Go: null takes the frames away, a repeated object merges.
    private static void ReadStacktrace(ref Utf8JsonReader reader, ExceptionReport target)
    {
        if (reader.TokenType == JsonTokenType.Null) target.Frames.SetLength(0);
        else Stacktrace.Read(ref reader, target);
    }
}
