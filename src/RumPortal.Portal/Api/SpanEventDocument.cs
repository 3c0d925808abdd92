namespace RumPortal.Portal.Api;

/// <summary>Something at one moment of a span.</summary>
/// <param name="TimeUnixNano">Nanoseconds since 1970 as the sender wrote it.</param>
public sealed record SpanEventDocument(string Name, string TimeUnixNano, IReadOnlyList<AttributeDocument> Attributes);
