using System.Collections.Immutable;

namespace RumPortal.Domain.Traces;

/// <summary>One span as it was stored. Times are nanoseconds since 1970 by the clock of the sender; nothing is corrected here.</summary>
public sealed record Span
{
    public required SpanId Id { get; init; }

    /// <summary>Null for a root.</summary>
    public SpanId? ParentId { get; init; }

    public required string Name { get; init; }

    public SpanKind Kind { get; init; }

    public required long Start { get; init; }

    /// <summary>May lie before <see cref="Start"/> when the sender's clock was moved back.</summary>
    public required long End { get; init; }

    public SpanStatus Status { get; init; }

    /// <summary>Null for none.</summary>
    public string? StatusMessage { get; init; }

    public required SpanResource Resource { get; init; }

    public SpanScope Scope { get; init; } = SpanScope.Unknown;

    public SpanAttributes Attributes { get; init; } = SpanAttributes.Empty;

    public ImmutableArray<SpanEvent> Events { get; init; } = [];

    public ImmutableArray<SpanReference> Links { get; init; } = [];
}
