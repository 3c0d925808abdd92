using System.Text.Json;
using RumPortal.Clients.Http;
using RumPortal.Clients.Tempo.Otlp;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces;

namespace RumPortal.Clients.Tempo;

/// <summary>
/// Reads one trace by whatever the server offers: v2 of the API or, where that is not known (before Tempo 2.6), v1; protobuf or, if the
/// answer is not, JSON.
/// </summary>
internal sealed class TraceLookup(BackendTransport transport, TempoCalls calls)
{
    /// <summary>Null as the trace means that the store does not have it.</summary>
    public async Task<(Trace? Trace, string? CutShort)> ReadAsync(TraceId id, TimeRange? window, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(id, $"api/v2/traces/{id}", window, isVersion2: true, cancellation);
        }
        catch (BackendException failure) when (failure.Fault == BackendFault.NotFound)
        {
            return await ReadOldAsync(id, window, cancellation);
        }
    }

    private async Task<(Trace? Trace, string? CutShort)> ReadOldAsync(TraceId id, TimeRange? window, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(id, $"api/traces/{id}", window, isVersion2: false, cancellation);
        }
        catch (BackendException failure) when (TempoErrors.IsMissingTrace(failure))
        {
            return (null, null);
        }
    }

    private Task<(Trace? Trace, string? CutShort)> ReadAsync(
        TraceId id, string path, TimeRange? window, bool isVersion2, CancellationToken cancellation) =>
        transport.ReadAsync(calls.Trace(path, window), async response =>
        {
            response.CheckIsJson();
            using var body = await response.ReadBodyAsync();
            var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
            var intake = new SpanIntake();
            var (isPartial, message) = IsJson(response, bytes.Span)
                ? ReadJson(intake, bytes, isVersion2)
                : ReadProtobuf(intake, bytes.Span, isVersion2);
            return (intake.ToTrace(id), Words(isPartial, message, intake.LeftOut()));
        }, cancellation);

    // No protobuf message of these begins with a brace: that would be a group.
    private static bool IsJson(BackendResponse response, ReadOnlySpan<byte> body) =>
        response.ContentType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true || body.StartsWith("{"u8);

    private static (bool IsPartial, string Message) ReadProtobuf(SpanIntake intake, ReadOnlySpan<byte> body, bool isVersion2)
    {
        var reader = new TraceProtobuf(intake);
        if (isVersion2) return reader.ReadResponse(body);
        reader.ReadTrace(body);
        return (false, "");
    }

    private static (bool IsPartial, string Message) ReadJson(SpanIntake intake, ReadOnlyMemory<byte> body, bool isVersion2)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 4 * SpanIntake.DeepestValue });
            var reader = new TraceJson(intake);
            if (isVersion2) return reader.ReadResponse(document.RootElement);
            reader.ReadTrace(OtlpJson.Object(document.RootElement));
            return (false, "");
        }
        catch (InvalidOperationException failure)
        {
            // So the library says that a text has half a surrogate pair as an escape, or that a list is none.
            throw new JsonException("An answer that cannot be read.", failure);
        }
    }

    private static string? Words(bool isPartial, string message, string? leftOut)
    {
        var cut = !isPartial ? null : message.Length > 0 ? message : "Tempo gave only a part of the trace.";
        return cut is null ? leftOut : leftOut is null ? cut : $"{cut} {leftOut}";
    }
}
