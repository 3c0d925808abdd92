using System.Collections.Immutable;
using RumPortal.Domain.Vitals;

namespace RumPortal.Portal.Features.Apps;

/// <summary>How an app does, in one environment: its p75 of each vital.</summary>
/// <param name="Summaries">In the usual order; a vital that was not measured is left out.</param>
public sealed record AppVitals(ImmutableArray<VitalSummary> Summaries)
{
    public VitalSummary? this[string vital] => Summaries.FirstOrDefault(summary => summary.Vital == vital);
}
