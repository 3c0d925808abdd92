using System.Collections.Concurrent;

namespace RumPortal.Sandbox.Re2;

/// <summary>Compiled expressions that are met again and again: of template functions on every line, of attributes on every span. Bounded: when full it starts anew.</summary>
internal static class Re2Cache
{
    private const int Capacity = 64;

    private static readonly ConcurrentDictionary<(string Pattern, bool Anchored), Re2Regex> Compiled = new();

    /// <exception cref="Re2SyntaxException">The pattern is refused.</exception>
    public static Re2Regex Get(string pattern) => Get(pattern, anchored: false);

    /// <summary>One that matches whole texts.</summary>
    /// <exception cref="Re2SyntaxException">The pattern is refused.</exception>
    public static Re2Regex GetAnchored(string pattern) => Get(pattern, anchored: true);

    private static Re2Regex Get(string pattern, bool anchored)
    {
        if (Compiled.TryGetValue((pattern, anchored), out var regex)) return regex;
        if (Compiled.Count >= Capacity) Compiled.Clear();
        return Compiled.GetOrAdd((pattern, anchored), static key => key.Anchored ? Re2Regex.ParseAnchored(key.Pattern) : Re2Regex.Parse(key.Pattern));
    }
}
