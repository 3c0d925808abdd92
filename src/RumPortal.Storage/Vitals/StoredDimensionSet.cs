using RumPortal.Domain.Vitals.Recording;

namespace RumPortal.Storage.Vitals;

/// <summary>Dimensions by which an app's web vitals are recorded together, and who decided so.</summary>
public sealed record StoredDimensionSet(Guid Id, string App, DimensionSet Set, Revision Revision);
