using System.ComponentModel;
using RumPortal.Clients.Prometheus;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>What the metrics backend has recorded for a scope.</summary>
/// <param name="Index">Sets and tiers; null when the backend failed.</param>
/// <param name="Since">The oldest sample; null when there is none, or it is not known.</param>
/// <param name="Newest">The newest sample.</param>
/// <param name="Failure">Why there is no index, as a sentence.</param>
[ImmutableObject(true)]
public sealed record Recordings(RecordedIndex? Index, DateTimeOffset? Since, DateTimeOffset? Newest, string? Failure);
