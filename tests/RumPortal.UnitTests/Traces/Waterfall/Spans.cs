using System.Collections.Immutable;
using RumPortal.Domain.Traces;

namespace RumPortal.UnitTests.Traces.Waterfall;

/// <summary>Spans of small traces; times are milliseconds after 1,000 s.</summary>
internal static class Spans
{
    public const long Zero = 1_000_000_000_000;

    public static readonly TraceId Id = new(0x666cbeb5609b8b57);

    public static SpanResource Browser { get; } = Resource("shop-web", ("telemetry.sdk.language", "webjs"));

    public static SpanResource Resource(string service, params (string Key, string Value)[] attributes) =>
        new(Attributes([("service.name", service), .. attributes]));

    public static SpanAttributes Attributes(params (string Key, string Value)[] attributes) =>
        new([.. attributes.Select(pair => new SpanAttribute(pair.Key, new AttributeValue.Text(pair.Value)))]);

    public static Span Span(ulong id, ulong? parent, long start, long end, SpanResource resource, SpanKind kind = SpanKind.Internal, params (string Key, string Value)[] attributes) => new()
    {
        Id = new SpanId(id),
        ParentId = parent is { } named ? new SpanId(named) : null,
        Name = $"s{id}",
        Kind = kind,
        Start = At(start),
        End = At(end),
        Resource = resource,
        Attributes = Attributes(attributes),
    };

    public static Span Span(ulong id, ulong? parent, long start, long end) => Span(id, parent, start, end, Resource("orders"));

    public static long At(long milliseconds) => Zero + (milliseconds * 1_000_000);

    public static long Milliseconds(long nanoseconds) => nanoseconds / 1_000_000;

    public static Trace Trace(params ImmutableArray<Span> spans) => new(Id, spans);
}
