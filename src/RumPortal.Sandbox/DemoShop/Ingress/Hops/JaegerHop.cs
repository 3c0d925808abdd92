using System.Diagnostics;
using System.Net.Http.Headers;
using RumPortal.Sandbox.DemoShop.Tracing;

namespace RumPortal.Sandbox.DemoShop.Ingress.Hops;

/// <summary>
/// Traced by an old Jaeger client: reads and writes <c>uber-trace-id</c> alone and counts traces with 64 bits, so the browser's
/// <c>traceparent</c> passes it by.
/// </summary>
internal sealed class JaegerHop : Hop
{
    private static readonly KeyValuePair<string, object?>[] Marks =
    [
        new("jaeger.version", "Go-2.30.0"), new("sampler.type", "const"), new("sampler.param", true), new("internal.span.format", "jaeger"),
    ];

    public override bool Announces => false;

    public override HopSpan Begin(HttpRequest request, ActivitySource source)
    {
        var caller = JaegerContext.Read(request.Headers);
        // A parent without a span id makes a root in a trace of a chosen id.
        if (caller == default) caller = new ActivityContext(JaegerContext.NewTraceId(), default, ActivityTraceFlags.Recorded);
        return Of(source.StartActivity(request.Method, ActivityKind.Server, caller, Marks));
    }

    public override void Forward(ActivityContext context, HttpRequestHeaders headers) => JaegerContext.Write(headers, context);
}
