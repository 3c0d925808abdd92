using System.Collections.Immutable;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Prometheus;

/// <summary>Names, values or label sets. Times are approximate: what has no sample in the range but near it may be among them.</summary>
/// <param name="Items">What was found.</param>
/// <param name="Warnings">What the backend warns of, usually none: the list may be truncated.</param>
public sealed record PrometheusList<T>(ImmutableArray<T> Items, IReadOnlyList<string> Warnings)
{
    public Completeness Completeness => Warnings.Count == 0 ? Completeness.Complete : Completeness.Cut;
}
