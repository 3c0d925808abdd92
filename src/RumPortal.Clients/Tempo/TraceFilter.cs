using System.Collections.Immutable;
using RumPortal.Domain.Traces;

namespace RumPortal.Clients.Tempo;

/// <summary>
/// What the traces of a list have in common. What is said about a visit (app, environment, version, session, user) must hold for one span of a
/// browser, what is said about a request (service, route, status) for one span, maybe another.
/// </summary>
public sealed record TraceFilter
{
    /// <summary>Browser apps of which a trace has a span; empty for any trace, also one that no browser began.</summary>
    public ImmutableArray<string> Apps { get; init; } = [];

    public string? Environment { get; init; }

    /// <summary>Versions of the app; empty for any.</summary>
    public ImmutableArray<string> Versions { get; init; } = [];

    public string? Session { get; init; }

    /// <summary>Id, name or e-mail address of a user.</summary>
    public string? User { get; init; }

    public string? Service { get; init; }

    /// <summary>Part of a route, path or address, in any letter case.</summary>
    public string? Route { get; init; }

    public SpanStatus? Status { get; init; }

    /// <summary>Whether the visit's own span must not have failed.</summary>
    public bool HasSucceeded { get; init; }

    public int? HttpStatus { get; init; }

    /// <summary>Least duration of the whole trace.</summary>
    public TimeSpan? AtLeast { get; init; }

    /// <summary>Greatest duration of the whole trace.</summary>
    public TimeSpan? AtMost { get; init; }
}
