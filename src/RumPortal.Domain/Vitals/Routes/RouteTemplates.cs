using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using RumPortal.Domain.Querying;

namespace RumPortal.Domain.Vitals.Routes;

/// <summary>
/// The ordered route patterns of one app; the first that matches counts, and a path that none knows gets an automatic route. They are
/// applied when numbers are read, so a new pattern holds for the past as well.
/// </summary>
public sealed class RouteTemplates
{
    /// <summary>Each path is held against the patterns one after the other.</summary>
    public const int MostPatterns = 200;

    /// <summary>The label that regrouped rows carry.</summary>
    public const string RouteLabel = "route";

    private RouteTemplates(ImmutableArray<RouteTemplate> patterns) => Patterns = patterns;

    /// <summary>No patterns: every route is automatic.</summary>
    public static RouteTemplates Automatic { get; } = new([]);

    public ImmutableArray<RouteTemplate> Patterns { get; }

    /// <param name="patterns">In the order in which they are tried.</param>
    /// <param name="faults">A sentence for each faulty pattern, with its place from 1; empty when the answer is true.</param>
    public static bool TryCreate(IEnumerable<string> patterns, [NotNullWhen(true)] out RouteTemplates? templates, out ImmutableArray<string> faults)
    {
        var texts = patterns.Take(MostPatterns + 1).ToList();
        var found = ImmutableArray.CreateBuilder<string>();
        var parsed = new List<RouteTemplate>();
        var placeOfShape = new Dictionary<string, int>(StringComparer.Ordinal);
        if (texts.Count > MostPatterns) found.Add($"There are more than {MostPatterns} patterns.");
        for (var i = 0; i < texts.Count; i++)
        {
            if (!RouteTemplate.TryParse(texts[i], out var pattern, out var fault)) found.Add($"Pattern {i + 1}: {fault}");
            else if (placeOfShape.TryAdd(pattern.Shape, i + 1)) parsed.Add(pattern);
            else found.Add($"Pattern {i + 1}: {pattern} never matches, pattern {placeOfShape[pattern.Shape]} takes the same paths.");
        }
        faults = found.ToImmutable();
        templates = faults.IsEmpty ? new RouteTemplates([.. parsed]) : null;
        return templates is not null;
    }

    /// <summary>The route of an address or a path, with the pattern that gave it and what its parameters stood for.</summary>
    public RouteMatch Match(string address)
    {
        var path = RoutePath.Of(address);
        for (var i = 0; i < Patterns.Length; i++)
        {
            if (Patterns[i].IsMatch(path)) return new RouteMatch(Patterns[i].Text, path.ToString(), Patterns[i], i, Patterns[i].Captures(path));
        }
        return new RouteMatch(AutomaticRoute.Of(path), path.ToString(), null, -1, []);
    }

    public string RouteOf(string address)
    {
        var path = RoutePath.Of(address);
        foreach (var pattern in Patterns)
        {
            if (pattern.IsMatch(path)) return pattern.Text;
        }
        return AutomaticRoute.Of(path);
    }

    /// <summary>
    /// The same rows with their route instead of the page's label, to be grouped by <see cref="RouteLabel"/>. Rows without a page keep
    /// an empty route.
    /// </summary>
    /// <param name="pageLabel">The label that holds a path or an address, such as <c>page_id</c>.</param>
    public IEnumerable<DensityRow> Regroup(IEnumerable<DensityRow> rows, string pageLabel)
    {
        // A label set comes back once for each vital and bucket, an address once for each label set.
        var known = new Dictionary<LabelSet, LabelSet>();
        var routes = new Dictionary<string, string>(StringComparer.Ordinal);
        return rows.Select(row =>
        {
            if (!known.TryGetValue(row.Labels, out var labels)) known.Add(row.Labels, labels = WithRoute(row.Labels, pageLabel, routes));
            return row with { Labels = labels };
        });
    }

    private LabelSet WithRoute(LabelSet labels, string pageLabel, Dictionary<string, string> routes)
    {
        var page = labels[pageLabel] ?? "";
        if (!routes.TryGetValue(page, out var route)) routes.Add(page, route = page.Length == 0 ? "" : RouteOf(page));
        return LabelSet.From(labels.Where(label => label.Key != pageLabel && label.Key != RouteLabel).Append(new(RouteLabel, route)));
    }
}
