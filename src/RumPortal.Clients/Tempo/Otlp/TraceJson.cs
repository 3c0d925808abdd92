using System.Text.Json;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Traces;

namespace RumPortal.Clients.Tempo.Otlp;

/// <summary>
/// Reads a trace from JSON, for servers that do not answer in protobuf: Tempo's v2, its v1, whose list is called <c>batches</c>, and OTLP.
/// </summary>
/// <remarks>
/// <code>
/// {"trace":{"resourceSpans":[{"resource":{"attributes":[...]},"scopeSpans":[{"scope":{"name":"...","version":"..."},"spans":[
///   {"traceId":"CvdlGRbNQ92ESOshHIAxnA==","spanId":"t61rcWkgMzE=","parentSpanId":"AAECAwQFBgc=","name":"GET","kind":"SPAN_KIND_CLIENT",
///    "startTimeUnixNano":"1760000000100000000","endTimeUnixNano":"1760000000400000000","attributes":[...],
///    "events":[{"timeUnixNano":"...","name":"exception","attributes":[...]}],"links":[{"traceId":"...","spanId":"..."}],
///    "status":{"code":"STATUS_CODE_ERROR","message":"boom"}}]}]}]},"status":"PARTIAL","message":"..."}
/// {"batches":[...]}        v1        {"trace":{}}        v2, no such trace
/// </code>
/// Fields that are zero, empty or the first of their enumeration are left out.
/// </remarks>
internal sealed class TraceJson(SpanIntake intake)
{
    /// <summary>Reads the answer of v2 and says whether, and in which words, the server cut the trace.</summary>
    public (bool IsPartial, string Message) ReadResponse(JsonElement root)
    {
        var trace = ApiJson.OptionalMember(OtlpJson.Object(root), "trace");
        if (!ApiJson.IsAbsent(trace)) ReadTrace(OtlpJson.Object(trace));
        var isPartial = ApiJson.OptionalText(root, "status") == "PARTIAL" || ApiJson.OptionalInteger(root, "status") is > 0;
        return (isPartial, intake.Text(ApiJson.OptionalText(root, "message")));
    }

    /// <summary>Reads the answer of v1.</summary>
    public void ReadTrace(JsonElement trace)
    {
        foreach (var item in Items(trace, "resourceSpans").Concat(Items(trace, "batches")))
        {
            var resource = new SpanResource(AttributeJson.Read(ApiJson.OptionalMember(item, "resource"), "attributes", intake));
            foreach (var scopeSpans in Items(item, "scopeSpans").Concat(Items(item, "instrumentationLibrarySpans")))
                ReadScopeSpans(scopeSpans, resource);
        }
    }

    private void ReadScopeSpans(JsonElement scopeSpans, SpanResource resource)
    {
        var named = ApiJson.OptionalMember(scopeSpans, "scope");
        var scope = ApiJson.IsAbsent(named)
            ? SpanScope.Unknown
            : new SpanScope(intake.Text(ApiJson.OptionalText(named, "name")), intake.Text(ApiJson.OptionalText(named, "version")));
        foreach (var span in Items(scopeSpans, "spans"))
            if (intake.HasRoom()) ReadSpan(span, resource, scope);
    }

    private void ReadSpan(JsonElement span, SpanResource resource, SpanScope scope)
    {
        if (OtlpJson.SpanId(span, "spanId") is not { } id)
        {
            intake.AddUnreadable();
            return;
        }
        var status = ApiJson.OptionalMember(span, "status");
        intake.Add(new Span
        {
            Id = id,
            ParentId = OtlpJson.SpanId(span, "parentSpanId"),
            Name = intake.Text(ApiJson.OptionalText(span, "name")),
            Kind = OtlpJson.Kind(span),
            Start = OtlpJson.Nanoseconds(span, "startTimeUnixNano"),
            End = OtlpJson.Nanoseconds(span, "endTimeUnixNano"),
            Status = OtlpJson.Status(status),
            StatusMessage = ApiJson.OptionalText(status, "message") is { Length: > 0 } words ? intake.Text(words) : null,
            Resource = resource,
            Scope = scope,
            Attributes = AttributeJson.Read(span, "attributes", intake),
            Events = [.. Bounded(span, "events").Select(Event)],
            Links = [.. Bounded(span, "links").Select(Link).OfType<SpanReference>()],
        });
    }

    private SpanEvent Event(JsonElement item) => new(
        OtlpJson.Nanoseconds(item, "timeUnixNano"),
        intake.Text(ApiJson.OptionalText(item, "name")),
        AttributeJson.Read(item, "attributes", intake));

    private SpanReference? Link(JsonElement item)
    {
        if (OtlpJson.TraceId(item, "traceId") is { } trace)
            return new SpanReference(trace, OtlpJson.SpanId(item, "spanId"), AttributeJson.Read(item, "attributes", intake));
        intake.AddUnreadableLink();
        return null;
    }

    private IEnumerable<JsonElement> Bounded(JsonElement parent, string name)
    {
        var items = ApiJson.OptionalItems(ApiJson.OptionalMember(parent, name));
        return items.Take(intake.Take(items.Length));
    }

    private static JsonElement[] Items(JsonElement parent, string name) => ApiJson.OptionalItems(ApiJson.OptionalMember(parent, name));
}
