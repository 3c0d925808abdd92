using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>What was read for a diagnosis, before anything is concluded.</summary>
public sealed record PropagationFacts
{
    public static PropagationFacts Empty { get; } = new() { Requests = [], Linked = ImmutableHashSet<RequestKey>.Empty, WithBackend = ImmutableHashSet<TraceId>.Empty, Roots = [] };

    public required ImmutableArray<BrowserRequest> Requests { get; init; }

    /// <summary>Requests whose span is the parent of a SERVER span.</summary>
    public required IReadOnlySet<RequestKey> Linked { get; init; }

    /// <summary>Traces that hold a browser's request and a SERVER span, whoever is whose parent.</summary>
    public required IReadOnlySet<TraceId> WithBackend { get; init; }

    /// <summary>SERVER spans without a parent.</summary>
    public required ImmutableArray<BackendRoot> Roots { get; init; }

    /// <summary>By session: nanoseconds by which the backends' clock is ahead.</summary>
    public IReadOnlyDictionary<string, long> Shifts { get; init; } = ImmutableDictionary<string, long>.Empty;

    public ImmutableArray<DocumentLoad> Documents { get; init; } = [];

    /// <summary>By app; one that is not listed has <see cref="HeaderRules.Unknown"/>.</summary>
    public IReadOnlyDictionary<string, HeaderRules> Rules { get; init; } = ImmutableDictionary<string, HeaderRules>.Empty;

    public HeaderRules RulesOf(string app) => Rules.TryGetValue(app, out var rules) ? rules : HeaderRules.Unknown;
}
