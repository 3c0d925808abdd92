using System.Diagnostics;

namespace RumPortal.Sandbox.DemoShop.Ingress.Hops;

/// <summary>The span of an ingress, null when it records none, and the context that goes on; the default one for none.</summary>
internal readonly record struct HopSpan(Activity? Span, ActivityContext Forwarded);
