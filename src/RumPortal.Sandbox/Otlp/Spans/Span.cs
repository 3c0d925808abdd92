using System.Collections.Immutable;

namespace RumPortal.Sandbox.Otlp.Spans;

/// <summary>A span as it was sent, with what it was sent under. Ids are their bytes read as big-endian numbers; zero is "none".</summary>
public sealed record Span
{
    public required SpanResource Resource { get; init; }

    public required InstrumentationScope Scope { get; init; }

    public UInt128 TraceId { get; init; }

    public ulong SpanId { get; init; }

    public ulong ParentSpanId { get; init; }

    public string TraceState { get; init; } = "";

    public uint Flags { get; init; }

    public string Name { get; init; } = "";

    public SpanKind Kind { get; init; }

    /// <summary>Unix nanoseconds.</summary>
    public ulong Start { get; init; }

    /// <summary>Unix nanoseconds; before <see cref="Start"/> when the sender's clock went back.</summary>
    public ulong End { get; init; }

    public AttributeSet Attributes { get; init; } = AttributeSet.Empty;

    public ImmutableArray<SpanEvent> Events { get; init; } = [];

    public uint DroppedEvents { get; init; }

    public ImmutableArray<SpanLink> Links { get; init; } = [];

    public uint DroppedLinks { get; init; }

    public SpanStatus Status { get; init; }

    public string StatusMessage { get; init; } = "";

    /// <summary>Nanoseconds; zero when the end lies before the start.</summary>
    public ulong Duration => End > Start ? End - Start : 0;

    /// <summary>Bytes that the span holds in memory, roughly.</summary>
    public long Size => 240 + (2L * (Name.Length + TraceState.Length + StatusMessage.Length)) + Attributes.Size + Events.Sum(e => e.Size) + Links.Sum(link => link.Size);
}
