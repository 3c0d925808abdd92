using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.TraceHeaders;

/// <summary>The headers of one format among what was pasted.</summary>
/// <param name="Format">The format.</param>
/// <param name="Fields">Its parts in the order of the text.</param>
/// <param name="Context">What it carries; null when a fault makes receivers ignore it, or when it carries a decision and no ids.</param>
/// <param name="Faults">Faults of the whole, beside those of its parts.</param>
public sealed record DecodedHeaders(TraceHeaderFormat Format, ImmutableArray<DecodedField> Fields, TraceContext? Context, ImmutableArray<string> Faults)
{
    public bool HasFaults => Faults.Length > 0 || Fields.Any(part => part.Fault is not null);
}
