using System.Collections.Immutable;
using System.Globalization;

namespace RumPortal.Portal.Components.Charts;

/// <summary>Turns values into SVG paths, one for each run without a gap.</summary>
public static class SparklinePath
{
    /// <summary>Line and area of each run of two values or more, in a box of this size with a pixel of air above and below.</summary>
    public static IEnumerable<(string Line, string Area)> Of(ImmutableArray<double?> values, int width, int height, bool fromZero)
    {
        var known = values.OfType<double>().ToList();
        if (known.Count < 2) yield break;
        var least = fromZero ? Math.Min(0, known.Min()) : known.Min();
        var most = known.Max();
        var scale = most > least ? (height - 2) / (most - least) : 0;
        foreach (var (start, end) in Runs(values))
        {
            var points = string.Join('L', Enumerable.Range(start, end - start)
                .Select(i => string.Create(CultureInfo.InvariantCulture, $"{X(i):0.#} {height - 1 - (values[i].GetValueOrDefault() - least) * scale:0.#}")));
            yield return ($"M{points}", string.Create(CultureInfo.InvariantCulture, $"M{X(start):0.#} {height}L{points}L{X(end - 1):0.#} {height}Z"));
        }

        double X(int index) => index * (double)width / (values.Length - 1);
    }

    private static IEnumerable<(int Start, int End)> Runs(ImmutableArray<double?> values)
    {
        for (var start = 0; start < values.Length; start++)
        {
            if (values[start] is null) continue;
            var end = start;
            while (end < values.Length && values[end] is not null) end++;
            if (end - start > 1) yield return (start, end);
            start = end;
        }
    }
}
