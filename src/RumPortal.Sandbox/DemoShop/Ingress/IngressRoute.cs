using RumPortal.Sandbox.DemoShop.Ingress.Hops;

namespace RumPortal.Sandbox.DemoShop.Ingress;

/// <summary>How requests to one path are treated; those to other paths are propagated.</summary>
/// <param name="Path">The whole path.</param>
/// <param name="Hop">What becomes of the trace context.</param>
/// <param name="AllowsTraceHeaders">Whether a browser may send trace headers from another origin.</param>
internal sealed record IngressRoute(string Path, Hop Hop, bool AllowsTraceHeaders = true);
