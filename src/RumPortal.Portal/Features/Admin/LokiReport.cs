using System.Collections.Immutable;

namespace RumPortal.Portal.Features.Admin;

/// <summary>What the probe of Loki found.</summary>
/// <param name="Url">The configured address.</param>
/// <param name="Tenant">The tenant that the portal names; empty for none.</param>
/// <param name="Labels">Stream labels of the last hour, or of the last week when that hour had none.</param>
public sealed record LokiReport(
    string Url, string Tenant, ImmutableArray<ProbeCheck> Checks, ImmutableArray<string> Labels, ImmutableArray<LabelSuggestion> Suggestions);
