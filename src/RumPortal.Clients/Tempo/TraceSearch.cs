using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Tempo;

/// <summary>How far a search goes.</summary>
/// <param name="Range">In which the traces lie. Tempo reads whole seconds; both ends are rounded outward.</param>
/// <param name="Limit">Most traces.</param>
/// <param name="SpansPerTrace">Most spans of each trace, up to <see cref="MostSpansPerTrace"/>; more are counted as so many.</param>
public sealed record TraceSearch(TimeRange Range, int Limit, int SpansPerTrace)
{
    /// <summary>Tempo's default bound since 2.7.</summary>
    public const int MostSpansPerTrace = 100;
}
