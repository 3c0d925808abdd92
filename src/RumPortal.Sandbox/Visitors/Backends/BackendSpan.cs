using RumPortal.Sandbox.Visitors.Payloads;

namespace RumPortal.Sandbox.Visitors.Backends;

/// <summary>A span that a backend exports. Its times are true: only browsers' clocks are off.</summary>
internal sealed record BackendSpan(BackendService Service, TraceLink Ids, string Name, BackendSpanKind Kind, DateTimeOffset Start, TimeSpan Duration)
{
    /// <summary>Null for the root of a trace.</summary>
    public string? ParentId { get; init; }

    public TraceLink? Link { get; init; }

    public bool IsError { get; init; }

    /// <summary>The exception that ended it, as an event.</summary>
    public BackendException? Exception { get; init; }

    /// <summary>Values are texts, whole numbers or truth values.</summary>
    public IReadOnlyList<(string Key, object Value)> Attributes { get; init; } = [];

    public DateTimeOffset End => Start + Duration;

    /// <summary>A span of the same trace under this one, from one share of its duration to another.</summary>
    public BackendSpan Child(BackendService service, string name, BackendSpanKind kind, double from, double to, SeededRandom random) =>
        new(service, new TraceLink(Ids.TraceId, random.Hex(16)), name, kind, Start + (Duration * from), Duration * (to - from)) { ParentId = Ids.SpanId };
}
