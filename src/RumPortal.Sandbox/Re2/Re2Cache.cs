using System.Collections.Concurrent;

namespace RumPortal.Sandbox.Re2;

/// <summary>Compiled expressions of template functions, which meet the same pattern on every line. Bounded: when full it starts anew.</summary>
internal static class Re2Cache
{
    private const int Capacity = 64;

    private static readonly ConcurrentDictionary<string, Re2Regex> Compiled = new(StringComparer.Ordinal);

    /// <exception cref="Re2SyntaxException">The pattern is refused.</exception>
    public static Re2Regex Get(string pattern)
    {
        if (Compiled.TryGetValue(pattern, out var regex)) return regex;
        if (Compiled.Count >= Capacity) Compiled.Clear();
        return Compiled.GetOrAdd(pattern, static p => Re2Regex.Parse(p));
    }
}
