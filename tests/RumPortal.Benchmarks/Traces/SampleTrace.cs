using System.Globalization;
using RumPortal.Domain.Traces;

namespace RumPortal.Benchmarks.Traces;

/// <summary>One trace as a click that exports many orders leaves it: a browser, a gateway and five services, each span with a dozen attributes.</summary>
internal static class SampleTrace
{
    public static readonly TraceId Id = new(0xaf7651916cd43dd8448eb211c80319c);

    private const long Start = 1_795_132_800_000_000_000;
    private const int Fanout = 6;

    private static readonly string[] Services = ["gateway", "shop-api", "orders", "stock", "pricing", "postgres"];

    /// <summary>Each span has up to six children, which work one after the other within its time.</summary>
    public static Trace Create(int spans)
    {
        var (browser, backends) = (Browser(), Services.Select(Backend).ToArray());
        var all = new Span[spans];
        for (var i = 0; i < spans; i++)
        {
            var parent = i == 0 ? null : all[(i - 1) / Fanout];
            all[i] = Create(i, parent, parent is null ? browser : backends[(i + Depth(i)) % backends.Length]);
        }
        // As stores give them: in no order.
        new Random(1).Shuffle(all);
        return new Trace(Id, [.. all]);
    }

    private static Span Create(int number, Span? parent, SpanResource resource)
    {
        var length = parent is null ? 60_000_000_000 : (parent.End - parent.Start) * 9 / 10 / Fanout;
        var start = parent is null ? Start : parent.Start + ((number - 1) % Fanout * length);
        return new Span
        {
            Id = new SpanId((ulong)number * 0x9E3779B97F4A7C15 | 1),
            ParentId = parent?.Id,
            Name = number % 3 == 0 ? "SELECT orders" : "GET /orders/:id",
            Kind = parent is null || number % 3 == 0 ? SpanKind.Client : SpanKind.Server,
            Start = start,
            End = start + length,
            Status = number % 97 == 0 ? SpanStatus.Error : SpanStatus.Unset,
            Resource = resource,
            Scope = new SpanScope("OpenTelemetry.Instrumentation.Http", "1.12.0"),
            Attributes = new SpanAttributes(
            [
                Text("http.request.method", "GET"), Text("url.scheme", "https"), Text("server.address", "api.example.test"),
                Text("url.path", string.Create(CultureInfo.InvariantCulture, $"/orders/{number}")), Text("http.route", "/orders/:id"),
                Text("network.protocol.version", "1.1"), Text("user_agent.original", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36"),
                Text("thread.name", string.Create(CultureInfo.InvariantCulture, $"worker-{number % 64}")), new("server.port", new AttributeValue.Whole(443)),
                new("http.response.status_code", new AttributeValue.Whole(number % 97 == 0 ? 500 : 200)), new("thread.id", new AttributeValue.Whole(number % 64)),
                new("sampled", new AttributeValue.Boolean(true)),
            ]),
        };
    }

    private static int Depth(int number)
    {
        var depth = 0;
        for (; number > 0; number = (number - 1) / Fanout) depth++;
        return depth;
    }

    private static SpanResource Browser() => new(new SpanAttributes(
        [Text("service.name", "shop-web"), Text("service.version", "118"), Text("telemetry.sdk.language", "webjs"), Text("deployment.environment.name", "production")]));

    private static SpanResource Backend(string service) => new(new SpanAttributes(
        [Text("service.name", service), Text("service.version", "7.1"), Text("telemetry.sdk.language", "dotnet"), Text("deployment.environment.name", "production"), Text("host.name", service + "-1")]));

    private static SpanAttribute Text(string key, string value) => new(key, new AttributeValue.Text(value));
}
