namespace RumPortal.Portal.Api;

/// <summary>A span of this or another trace that caused this one without being its parent.</summary>
public sealed record SpanLinkDocument(string TraceId, string? SpanId, IReadOnlyList<AttributeDocument> Attributes);
