using RumPortal.Domain.Vitals.Recording;

namespace RumPortal.Automation.Render;

/// <summary>A dimension set with what its series mean for the series limit.</summary>
public sealed record BudgetedSet(DimensionSet Set, BudgetDecision Decision);
