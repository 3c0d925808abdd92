using System.Collections.Immutable;

namespace RumPortal.Domain.Sessions;

/// <summary>A key with the values that the loaded sessions have for it, most frequent first.</summary>
/// <param name="Key">The metadata key that a filter takes.</param>
public sealed record SessionFacet(string Key, string Title, ImmutableArray<FacetValue> Values)
{
    private const int MostValues = 8;

    /// <summary>
    /// Counts the loaded sessions only; what was not loaded is not in the counts, and whoever shows them must say so. A facet whose
    /// sessions all lack the key is left out.
    /// </summary>
    public static ImmutableArray<SessionFacet> Count(IReadOnlyCollection<SessionRow> sessions) =>
    [
        .. new[]
        {
            Of("app_environment", "Environment", sessions.Select(s => s.Environment)),
            Of("app_version", "Version", sessions.Select(s => s.Version)),
            Of("browser_name", "Browser", sessions.Select(s => s.Browser)),
            Of("browser_os", "OS", sessions.Select(s => s.OperatingSystem)),
        }.Where(facet => facet.Values.Length > 0),
    ];

    private static SessionFacet Of(string key, string title, IEnumerable<string?> values) => new(key, title,
        values.OfType<string>().GroupBy(value => value, StringComparer.Ordinal)
            .Select(group => new FacetValue(group.Key, group.Count()))
            .OrderByDescending(value => value.Sessions).ThenBy(value => value.Value, StringComparer.Ordinal)
            .Take(MostValues).ToImmutableArray());
}
