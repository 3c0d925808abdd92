using Microsoft.AspNetCore.Http;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces;
using RumPortal.Testing.Tempo;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>Canned answers of a Tempo, and what they are about.</summary>
internal static class TempoAnswers
{
    public const string Protobuf = "application/protobuf";
    public const string Json = "application/json";

    public static TraceId Id { get; } = new(0xaf7651916cd43dd);

    public static TimeRange Hour { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1_760_000_000), DateTimeOffset.FromUnixTimeSeconds(1_760_003_600));

    public static Trace Trace(int spans, Func<int, string>? text = null) => new(Id,
    [
        .. Enumerable.Range(1, spans).Select(number => new Span
        {
            Id = new SpanId((ulong)number),
            ParentId = number == 1 ? null : new SpanId((ulong)number / 2),
            Name = "GET",
            Kind = SpanKind.Server,
            Start = 1_760_000_000_000_000_000 + number,
            End = 1_760_000_001_000_000_000 + number,
            Resource = Resource,
            Attributes = new SpanAttributes([new("number", new AttributeValue.Whole(number)), new("text", new AttributeValue.Text(text?.Invoke(number) ?? "x"))]),
        }),
    ]);

    public static Task SendAsync(HttpContext context, ProtobufMessage message, string contentType = Protobuf) => SendAsync(context, message.ToArray(), contentType);

    public static async Task SendAsync(HttpContext context, byte[] body, string contentType)
    {
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(body);
    }

    public static Task RefuseAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    }

    private static SpanResource Resource { get; } = new(new SpanAttributes([new("service.name", new AttributeValue.Text("cart-api"))]));
}
