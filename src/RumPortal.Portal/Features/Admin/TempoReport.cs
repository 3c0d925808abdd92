using System.Collections.Immutable;

namespace RumPortal.Portal.Features.Admin;

/// <summary>What the probe of Tempo found.</summary>
/// <param name="Url">The configured address; empty for none.</param>
/// <param name="Tenant">The tenant that the portal names; empty for none.</param>
public sealed record TempoReport(string Url, string Tenant, ImmutableArray<ProbeCheck> Checks);
