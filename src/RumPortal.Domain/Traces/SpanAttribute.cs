namespace RumPortal.Domain.Traces;

/// <summary>One attribute of a span, a resource, an event or a link.</summary>
public readonly record struct SpanAttribute(string Key, AttributeValue Value);
