using System.Collections.Immutable;
using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Loki.LogQl;

/// <summary><c>| keep a, b</c>: all other labels go. Since Loki 2.9.</summary>
public sealed record Keep(params ImmutableArray<LabelName> Names) : MetricStage;
