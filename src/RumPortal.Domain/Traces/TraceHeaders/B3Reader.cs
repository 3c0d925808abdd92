using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.TraceHeaders;

/// <summary>Reads Zipkin's headers.</summary>
/// <remarks>
/// <code>
/// b3: 80f198ee56343ba864fe8b2a57d3eff7-e457b5a2e4d86bd1-1-05e3ac9a4f6e3b90      trace id-span id[-decision[-parent span id]]
/// b3: 0                                                                         a decision alone
/// X-B3-TraceId, X-B3-SpanId, X-B3-ParentSpanId, X-B3-Sampled (1 or 0), X-B3-Flags (1 is debug)
/// </code>
/// </remarks>
internal static class B3Reader
{
    public static DecodedHeaders ReadSingle(string text)
    {
        var parts = text.Split('-');
        if (parts.Length == 1)
        {
            var decision = Decision("decision", text);
            return new DecodedHeaders(TraceHeaderFormat.B3Single, [decision with { Fault = decision.Fault is null ? null : "b3 is one of 0, 1 and d, or two to four parts with dashes between." }], null, []);
        }
        if (parts.Length > 4) return new DecodedHeaders(TraceHeaderFormat.B3Single, [new("b3", text)], null, [$"b3 has at most four parts with dashes between, this one {parts.Length}."]);
        ImmutableArray<DecodedField> fields =
        [
            Trace(parts[0]), Span("span id", parts[1]),
            .. parts.Length > 2 ? [Decision("decision", parts[2])] : Array.Empty<DecodedField>(),
            .. parts.Length > 3 ? [Span("parent span id", parts[3])] : Array.Empty<DecodedField>(),
        ];
        var said = parts.Length > 2 ? parts[2] : null;
        return new DecodedHeaders(TraceHeaderFormat.B3Single, fields, ContextOf(fields, parts[0], parts[1], said, parts.Length > 3 ? parts[3] : null), []);
    }

    /// <param name="value">The value of a header by its lower-case name; null where it was not pasted.</param>
    public static DecodedHeaders ReadMulti(Func<string, string?> value)
    {
        var (trace, span, parent, sampled, flags) = (value("x-b3-traceid"), value("x-b3-spanid"), value("x-b3-parentspanid"), value("x-b3-sampled"), value("x-b3-flags"));
        DecodedField?[] fields =
        [
            trace is null ? null : Trace(trace), span is null ? null : Span("span id", span), parent is null ? null : Span("parent span id", parent),
            sampled is null ? null : Sampled(sampled),
            flags is null ? null : new("flags", flags, flags == "1" ? "debug: every sampler keeps the trace" : null, flags is "0" or "1" ? null : "1 stands for debug; nothing else is known."),
        ];
        ImmutableArray<DecodedField> found = [.. fields.OfType<DecodedField>()];
        var decision = flags == "1" ? "d" : sampled?.ToLowerInvariant() switch { "1" or "true" => "1", "0" or "false" => "0", _ => null };
        ImmutableArray<string> faults = (trace is null) == (span is null) ? [] : [trace is null ? "X-B3-TraceId is missing." : "X-B3-SpanId is missing."];
        return new DecodedHeaders(TraceHeaderFormat.B3Multi, found, trace is null || span is null ? null : ContextOf(found, trace, span, decision, parent), faults);
    }

    private static TraceContext? ContextOf(ImmutableArray<DecodedField> fields, string trace, string span, string? decision, string? parent) =>
        fields.Any(field => field.Fault is not null) || HexId.Trace(trace) is not { } traceId || HexId.Span(span) is not { } spanId ? null
        : new TraceContext(traceId, spanId, decision switch { "1" or "d" => true, "0" => false, _ => null }, parent is null ? null : HexId.Span(parent), decision == "d");

    private static DecodedField Trace(string text) =>
        new("trace id", text, text.Length == 16 ? "64 bits: an older tracer" : null, HexId.FaultOf(text, [16, 32], isLowerOnly: false));

    private static DecodedField Span(string name, string text) => new(name, text, null, HexId.FaultOf(text, [SpanId.Digits], isLowerOnly: false));

    private static DecodedField Decision(string name, string text) => text switch
    {
        "0" => new(name, text, "not sampled: receivers that follow their caller drop their part"),
        "1" => new(name, text, "sampled"),
        "d" => new(name, text, "debug: every sampler keeps the trace"),
        _ => new(name, text, null, "A decision is 0, 1 or d."),
    };

    private static DecodedField Sampled(string text) => text.ToLowerInvariant() switch
    {
        "1" or "true" => new("sampled", text, "sampled"),
        "0" or "false" => new("sampled", text, "not sampled: receivers that follow their caller drop their part"),
        _ => new("sampled", text, null, "1 or 0 is needed."),
    };
}
