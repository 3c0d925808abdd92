using System.Collections.Immutable;
using System.ComponentModel;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces.Propagation;

namespace RumPortal.Portal.Features.Propagation;

/// <summary>A diagnosis with what has to be known to read it.</summary>
/// <param name="Report">The diagnosis.</param>
/// <param name="Notes">Sentences; empty for none.</param>
public sealed record PropagationRead(PropagationReport Report, ImmutableArray<string> Notes)
{
    public static Answer<PropagationRead> Nothing(TimeRange range) => new(new PropagationRead(new PropagationReport(PropagationFacts.Empty, range, []), []), []);
}

/// <summary>An answer that viewers share for a while.</summary>
[ImmutableObject(true)]
internal sealed record SharedPropagation(Answer<PropagationRead> Answer);
