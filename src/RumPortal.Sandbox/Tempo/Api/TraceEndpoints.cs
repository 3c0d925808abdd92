using System.Globalization;
using System.Text.Json;
using RumPortal.Sandbox.Otlp.Json;
using RumPortal.Sandbox.Otlp.Protobuf;
using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.Sandbox.Tempo.Api;

/// <summary>
/// <c>/api/traces/{id}</c> and <c>/api/v2/traces/{id}</c>. Tempo 3.0 behaviour: an unknown trace is 404 without a body in the first version and
/// an empty trace in the second; a window in which the trace does not lie makes no difference while the trace is in memory.
/// </summary>
internal sealed class TraceEndpoints(TempoBackend tempo)
{
    /// <summary><c>PartialStatus.PARTIAL</c>; complete is zero and not written.</summary>
    private const int Partial = 1;

    public Task FirstVersionAsync(HttpContext context)
    {
        if (Find(context) is not { } found)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (found.CutShort)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"trace exceeds max size (max bytes: {tempo.Options.MaxTraceBytes})");
            return TempoResponse.TextAsync(context, StatusCodes.Status422UnprocessableEntity, text);
        }

        if (TempoResponse.WantsProtobuf(context.Request))
        {
            var message = new ProtobufWriter();
            OtlpProtobufWriter.WriteTrace(message, found.Groups);
            return TempoResponse.ProtobufAsync(context, message);
        }

        return TempoResponse.JsonAsync(context, json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("batches");
            OtlpJsonWriter.WriteGroups(json, found.Groups);
            json.WriteEndObject();
        });
    }

    public Task SecondVersionAsync(HttpContext context)
    {
        var found = Find(context) ?? new Answer([], 0, false);
        var message = string.Create(CultureInfo.InvariantCulture, $"Trace exceeds maximum size of {tempo.Options.MaxTraceBytes} bytes, a partial trace is returned");
        if (!TempoResponse.WantsProtobuf(context.Request)) return TempoResponse.JsonAsync(context, json => Write(json, found, message));
        var output = new ProtobufWriter();
        output.Message(1, trace => OtlpProtobufWriter.WriteTrace(trace, found.Groups));
        output.Message(2, metrics => metrics.Varint(1, (ulong)found.Bytes));
        if (found.CutShort)
        {
            output.Varint(3, Partial);
            output.Text(4, message);
        }

        return TempoResponse.ProtobufAsync(context, output);
    }

    private static void Write(Utf8JsonWriter json, Answer found, string message)
    {
        json.WriteStartObject();
        json.WriteStartObject("trace");
        if (found.Groups.Count > 0)
        {
            json.WritePropertyName("resourceSpans");
            OtlpJsonWriter.WriteGroups(json, found.Groups);
        }

        json.WriteEndObject();
        json.WriteStartObject("metrics");
        if (found.Bytes > 0) json.WriteString("inspectedBytes", found.Bytes.ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
        if (found.CutShort)
        {
            json.WriteString("status", "PARTIAL");
            json.WriteString("message", message);
        }

        json.WriteEndObject();
    }

    /// <summary>The trace as far as the limit on its bytes allows; null when it is unknown.</summary>
    private Answer? Find(HttpContext context)
    {
        var id = TraceIdParameter.Read(context.Request.RouteValues["id"] as string ?? "");
        SearchRange.Read(context.Request.Query);
        if (tempo.Store.Find(id) is not { } stored) return null;
        var (spans, bytes, cut) = (new List<Span>(), 0L, false);
        foreach (var node in stored.Tree().Nodes)
        {
            cut = bytes + node.Span.Size > tempo.Options.MaxTraceBytes;
            if (cut) break;
            bytes += node.Span.Size;
            spans.Add(node.Span);
        }

        return new(SpanGroup.Of(spans), bytes, cut);
    }

    private sealed record Answer(IReadOnlyList<SpanGroup> Groups, long Bytes, bool CutShort);
}
