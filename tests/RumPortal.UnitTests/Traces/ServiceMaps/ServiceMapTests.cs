using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.ServiceMaps;

namespace RumPortal.UnitTests.Traces.ServiceMaps;

public sealed class ServiceMapTests
{
    private static readonly SpanResource Browser = Resource("shop-web", ("telemetry.sdk.language", "webjs"));
    private static readonly SpanResource Ingress = Resource("ingress");
    private static readonly SpanResource Orders = Resource("orders-api");

    [Fact]
    public void Map_OfALinkedTrace_LeadsFromTheBrowserToTheDatabase()
    {
        var map = ServiceMap.Of([Linked(1)]);

        Assert.Equal(
            [("shop-web", ServiceKind.Browser), ("orders-api", ServiceKind.Service), ("ingress", ServiceKind.Service), ("postgresql orders", ServiceKind.Database)],
            map.Nodes.Select(node => (node.Name, node.Kind)));
        Assert.Equal(
            [("ingress", "orders-api", 1), ("orders-api", "postgresql orders", 1), ("shop-web", "ingress", 1)],
            map.Edges.Select(edge => (edge.From, edge.To, edge.Calls)));
    }

    [Fact]
    public void Edge_OfSeveralTraces_CountsErrorsAndTheMedianOfTheCalled()
    {
        var map = ServiceMap.Of([Linked(1, 10), Linked(2, 30), Linked(3, 500, SpanStatus.Error)]);

        var edge = map.Edges.Single(edge => edge.To == "orders-api");
        Assert.Equal((3, 1, TimeSpan.FromMilliseconds(30)), (edge.Calls, edge.Errors, edge.Median));
        Assert.Equal(3, map.Nodes.Single(node => node.Name == "ingress").Traces);
    }

    [Fact]
    public void Host_ThatSendsNoSpans_IsSilent()
    {
        var call = Span(1, null, Browser, SpanKind.Client, 5, ("url.full", "https://pay.partner.test/v1/charges"));

        var map = ServiceMap.Of([TraceOf(1, call)]);

        Assert.Equal(ServiceKind.Silent, map.Nodes.Single(node => node.Name == "pay.partner.test").Kind);
        Assert.Equal(("shop-web", "pay.partner.test"), map.Edges.Select(edge => (edge.From, edge.To)).Single());
    }

    [Fact]
    public void Span_WhoseParentIsMissing_MakesNoEdge()
    {
        var map = ServiceMap.Of([TraceOf(1, Span(2, 1, Orders, SpanKind.Server, 5))]);

        Assert.Equal(["orders-api"], map.Nodes.Select(node => node.Name));
        Assert.Empty(map.Edges);
    }

    [Fact]
    public void Layout_OfARing_GivesEveryNodeAPlaceOfItsOwn()
    {
        var map = ServiceMap.Of(
        [
            TraceOf(1, Span(1, 2, Ingress, SpanKind.Server, 5), Span(2, 1, Orders, SpanKind.Server, 5)),
            Linked(2),
        ]);

        var layout = ServiceMapLayout.Of(map);

        Assert.Equal(map.Nodes.Length, layout.Places.Values.Distinct().Count());
        Assert.Equal(["shop-web", "ingress", "orders-api", "postgresql orders"], map.Nodes.OrderBy(node => layout.Places[node.Name].Column).Select(node => node.Name));
        Assert.Equal((4, 1), (layout.Columns, layout.Rows));
    }

    [Fact]
    public void Layout_OfNothing_IsEmpty() => Assert.Equal((0, 0), (ServiceMapLayout.Of(ServiceMap.Empty).Columns, ServiceMapLayout.Of(ServiceMap.Empty).Rows));

    private static Trace Linked(int id, int milliseconds = 10, SpanStatus status = SpanStatus.Unset) => TraceOf(
        id,
        Span(4, 3, Orders, SpanKind.Client, milliseconds, ("db.system.name", "postgresql"), ("db.namespace", "orders")),
        Span(3, 2, Orders, SpanKind.Server, milliseconds) with { Status = status },
        Span(2, 1, Ingress, SpanKind.Server, milliseconds),
        Span(1, null, Browser, SpanKind.Client, milliseconds, ("server.address", "api.example.test")));

    private static Trace TraceOf(int id, params Span[] spans) => new(new TraceId((UInt128)id), [.. spans]);

    private static Span Span(ulong id, ulong? parent, SpanResource resource, SpanKind kind, int milliseconds, params (string Key, string Value)[] attributes) => new()
    {
        Id = new SpanId(id),
        ParentId = parent is { } known ? new SpanId(known) : null,
        Name = "GET",
        Kind = kind,
        Start = 1_000_000,
        End = 1_000_000 + milliseconds * 1_000_000L,
        Resource = resource,
        Attributes = Attributes(attributes),
    };

    private static SpanResource Resource(string service, params (string Key, string Value)[] attributes) =>
        new(Attributes([("service.name", service), .. attributes]));

    private static SpanAttributes Attributes(IEnumerable<(string Key, string Value)> attributes) =>
        new([.. attributes.Select(attribute => new SpanAttribute(attribute.Key, new AttributeValue.Text(attribute.Value)))]);
}
