using RumPortal.Storage.Vitals;

namespace RumPortal.Portal.Features.Vitals.Settings;

/// <summary>What people decided about an app's web vitals.</summary>
/// <param name="Sets">By name.</param>
public sealed record RecordingSettings(IReadOnlyList<StoredDimensionSet> Sets, StoredRouteTemplates Routes);
