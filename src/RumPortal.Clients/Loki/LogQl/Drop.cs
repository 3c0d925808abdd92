using System.Collections.Immutable;
using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Loki.LogQl;

/// <summary><c>| drop a, b</c>: these labels go. Since Loki 2.8.</summary>
public sealed record Drop(params ImmutableArray<LabelName> Names) : MetricStage;
