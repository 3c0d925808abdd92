using System.Text.Json;

namespace RumPortal.Sandbox.FaroReceiver.Decoding;

/// <summary>
/// Checks the OTLP/JSON under <c>traces</c> as the collector's decoder does and counts its spans. Names are exact, in camel case or snake
/// case; 64-bit numbers are numbers or texts; ids are hex of the full length or empty.
/// </summary>
internal static class OtlpTraces
{
    private static readonly OtlpShape Resource = new(("attributes", OtlpValue.KeyValues), ("droppedAttributesCount", OtlpValue.UInt32));

    private static readonly OtlpShape Scope = new(
        ("name", OtlpValue.Text),
        ("version", OtlpValue.Text),
        ("attributes", OtlpValue.KeyValues),
        ("droppedAttributesCount", OtlpValue.UInt32));

    private static readonly OtlpShape SpanEvent = new(
        ("timeUnixNano", OtlpValue.UInt64),
        ("name", OtlpValue.Text),
        ("attributes", OtlpValue.KeyValues),
        ("droppedAttributesCount", OtlpValue.UInt32));

    private static readonly OtlpShape SpanLink = new(
        ("traceId", OtlpValue.TraceId),
        ("spanId", OtlpValue.SpanId),
        ("traceState", OtlpValue.Text),
        ("attributes", OtlpValue.KeyValues),
        ("droppedAttributesCount", OtlpValue.UInt32),
        ("flags", OtlpValue.UInt32));

    private static readonly OtlpShape Status = new(("message", OtlpValue.Text), ("code", OtlpValue.StatusCode));

    private static readonly OtlpShape Span = new(
        ("traceId", OtlpValue.TraceId),
        ("spanId", OtlpValue.SpanId),
        ("traceState", OtlpValue.Text),
        ("parentSpanId", OtlpValue.SpanId),
        ("flags", OtlpValue.UInt32),
        ("name", OtlpValue.Text),
        ("kind", OtlpValue.SpanKind),
        ("startTimeUnixNano", OtlpValue.UInt64),
        ("endTimeUnixNano", OtlpValue.UInt64),
        ("attributes", OtlpValue.KeyValues),
        ("droppedAttributesCount", OtlpValue.UInt32),
        ("events", OtlpValue.ArrayOf(SpanEvent.Read)),
        ("droppedEventsCount", OtlpValue.UInt32),
        ("links", OtlpValue.ArrayOf(SpanLink.Read)),
        ("droppedLinksCount", OtlpValue.UInt32),
        ("status", Status.Read));

    private static readonly OtlpShape ScopeSpans = new(
        ("scope", Scope.Read),
        ("spans", OtlpValue.ArrayOf(CountedSpan)),
        ("schemaUrl", OtlpValue.Text));

    private static readonly OtlpShape ResourceSpans = new(
        ("resource", Resource.Read),
        ("scopeSpans", OtlpValue.ArrayOf(ScopeSpans.Read)),
        ("schemaUrl", OtlpValue.Text));

    private static readonly OtlpShape Traces = new(("resourceSpans", OtlpValue.ArrayOf(ResourceSpans.Read)));

    public static int CountSpans(ref Utf8JsonReader reader)
    {
        var tally = new SpanTally();
        if (reader.TokenType != JsonTokenType.Null) Traces.Read(ref reader, tally);
        return tally.Count;
    }

    private static void CountedSpan(ref Utf8JsonReader reader, SpanTally tally)
    {
        tally.Count++;
        Span.Read(ref reader, tally);
    }
}
