using System.Collections.Immutable;
using RumPortal.Domain.Traces;

namespace RumPortal.Clients.Tempo;

/// <summary>One answer to a search, in the order of the server.</summary>
internal sealed record SearchPart(ImmutableArray<FoundTrace> Traces)
{
    /// <summary>Traces without a usable id, which are left out.</summary>
    public int Unreadable { get; init; }

    /// <summary>What else is left out, as sentences; null for nothing.</summary>
    public string? LeftOut { get; init; }

    /// <summary>Parts of the search that the server went through.</summary>
    public int CompletedJobs { get; init; }

    /// <summary>Parts that the range has; zero when the server does not say.</summary>
    public int TotalJobs { get; init; }

    /// <summary>Bytes that the server says it read; null when it does not say.</summary>
    public long? Bytes { get; init; }
}
