using System.Collections.Immutable;
using System.Globalization;

namespace RumPortal.Domain.Traces.TraceHeaders;

/// <summary>Reads <c>uber-trace-id</c> of Jaeger's clients. Leading zeros may be missing; proxies may write the colons as <c>%3A</c>.</summary>
/// <remarks><code>uber-trace-id: 0af7651916cd43dd8448eb211c80319c:b7ad6b7169203331:0:1      trace id:span id:parent span id:flags</code></remarks>
internal static class UberTraceIdReader
{
    public static DecodedHeaders Read(string text)
    {
        var parts = text.Replace("%3A", ":", StringComparison.OrdinalIgnoreCase).Split(':');
        if (parts.Length != 4)
            return new DecodedHeaders(TraceHeaderFormat.Jaeger, [new("uber-trace-id", text)], null, [$"uber-trace-id has four parts with colons between, this one {parts.Length}."]);
        ImmutableArray<DecodedField> fields =
        [
            new("trace id", parts[0], parts[0].Length is > 0 and <= 16 ? "64 bits: an older tracer" : null, HexId.FaultOfShort(parts[0], TraceId.Digits)),
            new("span id", parts[1], null, HexId.FaultOfShort(parts[1], SpanId.Digits)),
            Parent(parts[2]),
            Flags(parts[3]),
        ];
        return new DecodedHeaders(TraceHeaderFormat.Jaeger, fields, fields.All(field => field.Fault is null) ? Context(parts) : null, []);
    }

    private static TraceContext? Context(string[] parts)
    {
        var flags = int.Parse(parts[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return HexId.Trace(parts[0]) is { } trace && HexId.Span(parts[1]) is { } span
            ? new TraceContext(trace, span, (flags & 1) == 1, HexId.Span(parts[2]), (flags & 2) == 2)
            : null;
    }

    private static DecodedField Parent(string text) => text switch
    {
        "" or "0" or "0000000000000000" => new("parent span id", text, "none; the field is no longer used"),
        _ => new("parent span id", text, "the field is no longer used", HexId.FaultOfShort(text, SpanId.Digits)),
    };

    private static DecodedField Flags(string text)
    {
        if (text.Length is 0 or > 2 || !text.All(char.IsAsciiHexDigit)) return new("flags", text, null, "One or two hex digits are needed.");
        var flags = int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var sampled = (flags & 1) == 1 ? "sampled" : "not sampled: receivers that follow their caller drop their part";
        return new("flags", text, (flags & 2) == 2 ? $"{sampled}, debug" : sampled);
    }
}
