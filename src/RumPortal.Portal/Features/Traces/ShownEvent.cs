namespace RumPortal.Portal.Features.Traces;

/// <summary>An event of a span as a viewer may see it.</summary>
/// <param name="Offset">From the start of the span, nanoseconds; a sender's clock may make it negative.</param>
public sealed record ShownEvent(string Name, long Offset, IReadOnlyList<ShownAttribute> Attributes);
