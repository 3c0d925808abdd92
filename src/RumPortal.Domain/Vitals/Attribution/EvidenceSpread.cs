using System.Collections.Immutable;
using RumPortal.Domain.Faro;

namespace RumPortal.Domain.Vitals.Attribution;

/// <summary>Chooses examples out of many reports: spread from good to poor, not only the worst, each of another session.</summary>
public static class EvidenceSpread
{
    /// <param name="reports">Reports of one vital; those without a session cannot be opened and are left out.</param>
    /// <param name="most">How many examples at most.</param>
    /// <returns>Best first.</returns>
    public static ImmutableArray<FaroVitalReport> Choose(IEnumerable<FaroVitalReport> reports, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        // The worst report stands for its session: that is the moment worth seeing.
        var sessions = reports.Where(report => report.SessionId is not null)
            .GroupBy(report => report.SessionId, StringComparer.Ordinal)
            .Select(session => session.MaxBy(report => report.Vital.Value))
            .OfType<FaroVitalReport>()
            .OrderBy(report => report.Vital.Value).ThenBy(report => report.SessionId, StringComparer.Ordinal)
            .ToList();
        if (sessions.Count <= most) return [.. sessions];
        return [.. Enumerable.Range(0, most).Select(i => sessions[(int)Math.Round(i * (sessions.Count - 1.0) / (most - 1))])];
    }
}
