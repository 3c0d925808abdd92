using RumPortal.Domain.Traces;

namespace RumPortal.UnitTests.Clients.Tempo;

/// <summary>A trace with a value of every type, and what is unusual but legal.</summary>
internal static class Traces
{
    public static TraceId Id { get; } = Parse("0af7651916cd43dd8448eb211c80319c");

    public static Trace Whole { get; } = new(Id,
    [
        new Span
        {
            Id = new SpanId(0xb7ad6b7169203331),
            Name = "GET",
            Kind = SpanKind.Client,
            Start = 1_760_000_000_100_000_000,
            End = 1_760_000_000_400_000_001,
            Status = SpanStatus.Error,
            StatusMessage = "boom",
            Resource = new SpanResource(new SpanAttributes([Text("service.name", "shop-web"), Text("telemetry.sdk.language", "webjs")])),
            Scope = new SpanScope("@opentelemetry/instrumentation-fetch", "0.221.0"),
            Attributes = new SpanAttributes(
            [
                Text("url.full", "https://api.example.test/cart?q=結帳"),
                Text("empty", ""),
                new("http.response.status_code", new AttributeValue.Whole(503)),
                new("least", new AttributeValue.Whole(long.MinValue)),
                new("ok", new AttributeValue.Boolean(false)),
                new("ratio", new AttributeValue.Real(0.5)),
                new("none", new AttributeValue.Real(double.NaN)),
                new("endless", new AttributeValue.Real(double.NegativeInfinity)),
                new("raw", new AttributeValue.Bytes([1, 2, 255])),
                new("tags", new AttributeValue.List([new AttributeValue.Text("a"), new AttributeValue.Whole(1), new AttributeValue.List([])])),
                new("kv", new AttributeValue.Pairs([Text("x", "y"), new("z", AttributeValue.None.Value)])),
                new("nothing", AttributeValue.None.Value),
                Text("empty", "again"),
            ]),
            Events = [new SpanEvent(1_760_000_000_200_000_000, "exception", new SpanAttributes([Text("exception.type", "TypeError")])), new SpanEvent(0, "", SpanAttributes.Empty)],
            Links =
            [
                new SpanReference(new TraceId(0x1234), new SpanId(1), new SpanAttributes([Text("why", "restarted")])),
                new SpanReference(new TraceId(UInt128.MaxValue), null, SpanAttributes.Empty),
            ],
        },
        new Span
        {
            Id = new SpanId(1),
            ParentId = new SpanId(0xb7ad6b7169203331),
            Name = "",
            Start = 2,
            End = 1,
            Resource = new SpanResource(SpanAttributes.Empty),
        },
    ]);

    private static SpanAttribute Text(string key, string value) => new(key, new AttributeValue.Text(value));

    private static TraceId Parse(string text) => TraceId.TryParse(text, out var id, out var fault) ? id : throw new InvalidOperationException(fault);
}
