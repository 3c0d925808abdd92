using System.Collections.Immutable;
using RumPortal.Domain.Faro;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>Reports of one vital, newest first.</summary>
/// <param name="Reports">The last report of each page view.</param>
/// <param name="IsAll">False when only the newest of the range were read.</param>
public sealed record VitalReports(ImmutableArray<FaroVitalReport> Reports, bool IsAll);
