using System.Net;

namespace RumPortal.IntegrationTests.Sandbox.DemoShop;

/// <summary>What came of a call, the ids that the caller sent, and the trace that the answer names in <c>Server-Timing</c>, if it does.</summary>
public sealed record ShopAnswer(HttpStatusCode Status, string TraceId, string SpanId, string? AnnouncedTraceId, string Body);
