using System.Globalization;
using System.Text.Json;
using RumPortal.Sandbox.Otlp.Spans;
using RumPortal.Sandbox.Tempo.Store;
using RumPortal.Sandbox.Tempo.TraceQl;
using RumPortal.Sandbox.Tempo.TraceQl.Evaluation;
using RumPortal.Sandbox.Tempo.TraceQl.Syntax;

namespace RumPortal.Sandbox.Tempo.Api;

/// <summary>Writes found traces as protobuf's JSON: 64-bit numbers are texts, zeros and empty texts are missing, ids are hex.</summary>
internal sealed class SearchResultWriter(Utf8JsonWriter json, IReadOnlyList<FieldExpression> fields, int shownSpans)
{
    private const string NoRoot = "<root span not yet received>";

    /// <summary>Of the fields that a query mentions those that a span shows by itself, or that belong to the whole trace.</summary>
    private readonly List<FieldExpression> _shown = [.. fields.Where(field => field is not FieldExpression.Property
    {
        Intrinsic: Intrinsic.Name or Intrinsic.Duration or Intrinsic.TraceDuration or Intrinsic.RootName or Intrinsic.RootServiceName or Intrinsic.TraceId or Intrinsic.SpanId,
    })];

    private readonly bool _showsName = fields.Any(field => field is FieldExpression.Property { Intrinsic: Intrinsic.Name });

    public void Write(FoundTrace found)
    {
        var trace = found.Trace;
        json.WriteStartObject();
        json.WriteString("traceID", IdText.Unpadded(trace.Id));
        json.WriteString("rootServiceName", trace.Root?.Resource.ServiceName is { Length: > 0 } service ? service : NoRoot);
        if (trace.Root?.Name is { Length: > 0 } name) json.WriteString("rootTraceName", name);
        WriteUnsigned("startTimeUnixNano", trace.Start);
        if (trace.Duration / 1_000_000 is > 0 and var milliseconds) json.WriteNumber("durationMs", (uint)milliseconds);
        json.WritePropertyName("spanSet");
        WriteSet(found.Spansets[0]);
        json.WriteStartArray("spanSets");
        foreach (var set in found.Spansets) WriteSet(set);
        json.WriteEndArray();
        WriteServices(trace);
        json.WriteEndObject();
    }

    private void WriteServices(TraceTree trace)
    {
        json.WriteStartObject("serviceStats");
        foreach (var service in trace.Services)
        {
            json.WriteStartObject(service.Service);
            json.WriteNumber("spanCount", service.Spans);
            if (service.Errors > 0) json.WriteNumber("errorCount", service.Errors);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteSet(Spanset set)
    {
        json.WriteStartObject();
        json.WriteStartArray("spans");
        foreach (var node in set.Spans.Take(shownSpans)) WriteSpan(node);
        json.WriteEndArray();
        json.WriteNumber("matched", set.Spans.Count);
        WriteAttributes(set.Attributes);
        json.WriteEndObject();
    }

    private void WriteSpan(SpanNode node)
    {
        json.WriteStartObject();
        json.WriteString("spanID", IdText.Of(node.Span.SpanId));
        if (_showsName && node.Span.Name.Length > 0) json.WriteString("name", node.Span.Name);
        WriteUnsigned("startTimeUnixNano", node.Span.Start);
        WriteUnsigned("durationNanos", node.Span.Duration);
        WriteAttributes([.. _shown.Select(field => (FieldName(field), FieldEvaluator.Evaluate(field, node))).Where(shown => !shown.Item2.IsNil)]);
        json.WriteEndObject();
    }

    /// <summary>Without its scope, as Tempo has it.</summary>
    private static string FieldName(FieldExpression field) => field switch
    {
        FieldExpression.Attribute attribute => attribute.Name,
        FieldExpression.Property property => IntrinsicNames.NameOf(property.Intrinsic),
        _ => "",
    };

    private void WriteAttributes(IReadOnlyCollection<(string Name, Value Value)> attributes)
    {
        if (attributes.Count == 0) return;
        json.WriteStartArray("attributes");
        foreach (var (name, value) in attributes)
        {
            json.WriteStartObject();
            json.WriteString("key", name);
            json.WritePropertyName("value");
            ValueJson.Write(json, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteUnsigned(string name, ulong value)
    {
        if (value != 0) json.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
    }
}
