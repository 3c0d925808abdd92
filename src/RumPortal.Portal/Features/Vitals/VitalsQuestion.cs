using System.Collections.Immutable;
using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>Which measurements are asked for.</summary>
/// <param name="Range">When they arrived.</param>
/// <param name="App">Null for every app that the viewer may see.</param>
/// <param name="Environment">Null for all.</param>
/// <param name="Filters">Conditions on further keys.</param>
public sealed record VitalsQuestion(TimeRange Range, string? App, string? Environment, ImmutableArray<MetadataFilter> Filters)
{
    /// <summary>Equal conditions are one question, though they were read from two addresses.</summary>
    public bool Equals(VitalsQuestion? other) =>
        other is not null && (Range, App, Environment) == (other.Range, other.App, other.Environment) && Filters.AsSpan().SequenceEqual(other.Filters.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Range, App, Environment, Filters.Length);
}
