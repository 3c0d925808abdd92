using System.Collections.Immutable;

namespace RumPortal.Domain.Querying;

/// <summary>What a reader found, together with how complete it is and which queries it took.</summary>
/// <param name="Value">The result.</param>
/// <param name="Queries">In the order of sending.</param>
/// <param name="CutShort">Null when nothing is missing; else a sentence that says what was read and why not more.</param>
public sealed record Answer<T>(T Value, ImmutableArray<ExecutedQuery> Queries, string? CutShort = null)
{
    public bool IsComplete => CutShort is null;

    public Answer<TOther> With<TOther>(TOther value) => new(value, Queries, CutShort);
}
