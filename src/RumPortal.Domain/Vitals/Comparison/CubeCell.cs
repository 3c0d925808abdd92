using System.Collections.Immutable;

namespace RumPortal.Domain.Vitals.Comparison;

/// <summary>Where a row and a column of the cube meet.</summary>
/// <param name="Summary">Of all parts together.</param>
/// <param name="Parts">Most measurements first.</param>
public sealed record CubeCell(string Row, string Column, VitalSummary Summary, ImmutableArray<CubePart> Parts);
