using RumPortal.Domain.Vitals.Recording;

namespace RumPortal.Automation.Render;

/// <summary>A dimension set for which no rule is written.</summary>
/// <param name="Reason">A sentence for the user.</param>
public sealed record RefusedSet(DimensionSet Set, string Reason);
