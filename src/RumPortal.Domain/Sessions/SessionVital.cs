using RumPortal.Domain.Vitals;

namespace RumPortal.Domain.Sessions;

/// <summary>A vital of one page load.</summary>
/// <param name="Name">Lower case: <c>lcp</c>.</param>
/// <param name="Value">Milliseconds; CLS without unit.</param>
/// <param name="Rating">By the official limits, whatever the SDK said.</param>
/// <param name="Page">The page at the time of the report; CLS and INP of a single-page app may belong to an earlier one.</param>
public sealed record SessionVital(string Name, double Value, VitalRating Rating, string? Page)
{
    /// <summary>How far beyond good, comparable across vitals: 1 at the limit.</summary>
    public double Severity => Value / (VitalThresholds.Of(Name)?.Good ?? double.PositiveInfinity);
}
