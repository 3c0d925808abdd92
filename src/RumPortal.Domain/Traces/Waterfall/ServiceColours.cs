namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>
/// The colour of a service, from 1 to 8: the browser always has the first, others one that their name decides, so that a service looks the
/// same in (almost) every trace. Two services of one trace share a colour only when there are more than seven.
/// </summary>
internal static class ServiceColours
{
    public const int Browser = 1;

    private const int First = 2, Count = 7;

    /// <summary>Colours by name of services that are no browsers.</summary>
    public static Dictionary<string, int> Of(IEnumerable<string> services)
    {
        var colours = new Dictionary<string, int>(StringComparer.Ordinal);
        // By name, so that it does not depend on which span came first.
        foreach (var service in services.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var wanted = (int)(Hash(service) % Count);
            var free = colours.Count < Count ? Enumerable.Range(wanted, Count).First(slot => !colours.ContainsValue(First + (slot % Count))) : wanted;
            colours[service] = First + (free % Count);
        }
        return colours;
    }

    // FNV-1a: the same in every process, unlike string.GetHashCode.
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var unit in text) hash = (hash ^ unit) * 16777619u;
        return hash;
    }
}
