using System.Globalization;
using System.Text.Json;

namespace RumPortal.IntegrationTests.Sandbox.DemoShop;

/// <summary>A span as Tempo's API gives it in JSON; ids in hex, times in nanoseconds.</summary>
internal sealed record StoredSpan(string Service, string TraceId, string SpanId, string? ParentId, string Name, string Kind, long Start, long End)
{
    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    /// <summary>Trace and span ids of its links.</summary>
    public required IReadOnlyList<(string TraceId, string SpanId)> Links { get; init; }

    public required bool IsError { get; init; }

    public static IReadOnlyList<StoredSpan> ReadTrace(JsonElement answer) =>
    [
        .. from batch in answer.GetProperty("batches").EnumerateArray()
           let service = Texts(batch.GetProperty("resource"))["service.name"]
           from scope in batch.GetProperty("scopeSpans").EnumerateArray()
           from span in scope.GetProperty("spans").EnumerateArray()
           select Read(service, span),
    ];

    private static StoredSpan Read(string service, JsonElement span) =>
        new(service, Id(span, "traceId")!, Id(span, "spanId")!, Id(span, "parentSpanId"), span.GetProperty("name").GetString()!, span.GetProperty("kind").GetString()!,
            Nanoseconds(span, "startTimeUnixNano"), Nanoseconds(span, "endTimeUnixNano"))
        {
            Attributes = Texts(span),
            Links = span.TryGetProperty("links", out var links) ? [.. links.EnumerateArray().Select(link => (Id(link, "traceId")!, Id(link, "spanId")!))] : [],
            IsError = span.GetProperty("status").TryGetProperty("code", out var code) && code.GetString() == "STATUS_CODE_ERROR",
        };

    private static string? Id(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var id) ? Convert.ToHexStringLower(id.GetBytesFromBase64()) : null;

    private static long Nanoseconds(JsonElement span, string name) => long.Parse(span.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Texts(JsonElement holder) => holder.TryGetProperty("attributes", out var attributes)
        ? attributes.EnumerateArray().ToDictionary(a => a.GetProperty("key").GetString()!, a => a.GetProperty("value").EnumerateObject().First().Value.ToString())
        : [];
}
