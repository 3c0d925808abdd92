using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace RumPortal.Testing.Tempo;

/// <summary>A trace as text in OTLP's JSON, to be sent to a collector or answered by a store.</summary>
public sealed record SentTrace(string Id, DateTimeOffset Start, IReadOnlyList<SentSpan> Spans)
{
    private const long NanosecondsPerMillisecond = 1_000_000;

    /// <summary>The list under <c>resourceSpans</c>.</summary>
    public JsonArray ResourceSpans() => [.. Spans.GroupBy(span => (span.Service, span.IsBrowser)).Select(group => new JsonObject
    {
        ["resource"] = new JsonObject { ["attributes"] = Attributes(ResourceOf(group.Key.Service, group.Key.IsBrowser)) },
        ["scopeSpans"] = new JsonArray(new JsonObject { ["spans"] = new JsonArray([.. group.Select(SpanOf)]) }),
    })];

    /// <summary>Sends it to a collector's <c>/v1/traces</c>.</summary>
    public async Task SendAsync(Uri collector, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = collector };
        using var response = await http.PostAsJsonAsync("/v1/traces", new JsonObject { ["resourceSpans"] = ResourceSpans() }, cancellation);
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"The collector answered {response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellation)}");
    }

    private JsonObject SpanOf(SentSpan span) => new()
    {
        ["traceId"] = Id,
        ["spanId"] = span.Id,
        ["parentSpanId"] = span.Parent ?? "",
        ["name"] = span.Name,
        ["kind"] = span.Kind,
        ["startTimeUnixNano"] = Nanoseconds(span.From),
        ["endTimeUnixNano"] = Nanoseconds(span.To),
        ["attributes"] = Attributes(span.Attributes),
        ["status"] = span.HasFailed ? new JsonObject { ["code"] = 2 } : [],
    };

    private static Dictionary<string, string> ResourceOf(string service, bool isBrowser)
    {
        var attributes = new Dictionary<string, string> { ["service.name"] = service };
        if (isBrowser) attributes["telemetry.sdk.language"] = "webjs";
        return attributes;
    }

    private static JsonArray Attributes(IReadOnlyDictionary<string, string> attributes) =>
        [.. attributes.Select(pair => new JsonObject { ["key"] = pair.Key, ["value"] = new JsonObject { ["stringValue"] = pair.Value } })];

    private string Nanoseconds(int milliseconds) =>
        (((Start - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick) + (milliseconds * NanosecondsPerMillisecond)).ToString(CultureInfo.InvariantCulture);
}
