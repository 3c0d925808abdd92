using System.Text.RegularExpressions;
using RumPortal.Domain.Vitals.Routes;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>
/// The routes of called paths, as servers name them: what a path's segment stands for is known best by who serves it (<c>http.route</c>), so
/// <c>/products/oak-stool</c> is <c>/products/:id</c> without anybody having to say so. The app's own patterns come first; what neither knows is
/// automatic.
/// </summary>
/// <remarks>
/// <code>
/// /products/{id}    ASP.NET Core, Spring, Go        /products/{id:int}    with a constraint
/// /products/:id     Express                         /products/&lt;int:id&gt;    Flask
/// </code>
/// Patterns that would take everything, such as <c>/{slug}</c> or <c>{controller}/{action}</c>, name no route and are left out.
/// </remarks>
public static partial class ServedRoutes
{
    private static readonly HashSet<string> Conventional = new(StringComparer.OrdinalIgnoreCase) { ":controller", ":action", ":area", ":page" };

    /// <param name="own">The app's patterns.</param>
    /// <param name="served">What servers call their routes, in any order.</param>
    public static RouteTemplates With(RouteTemplates own, IEnumerable<string> served)
    {
        var learned = served.Select(PatternOf).OfType<RouteTemplate>()
            // What is spelled out comes before what has a parameter in its place.
            .OrderBy(pattern => pattern.Text.Count(character => character == ':')).ThenBy(pattern => pattern.Text, StringComparer.Ordinal);
        var patterns = own.Patterns.Concat(learned).DistinctBy(pattern => pattern.Shape, StringComparer.Ordinal).Take(RouteTemplates.MostPatterns).Select(pattern => pattern.Text);
        return RouteTemplates.TryCreate(patterns, out var templates, out _) ? templates : own;
    }

    private static RouteTemplate? PatternOf(string route)
    {
        var text = Parameter().Replace(route, ":${name}");
        if (!RouteTemplate.TryParse(text, out var pattern, out _)) return null;
        var segments = pattern.Text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments is [[':', ..], ..] or [.., "*"] || segments.Any(segment => Conventional.Contains(segment) || segment.AsSpan().IndexOfAny("{}<>") >= 0) ? null : pattern;
    }

    // {id}, {id:int}, <id>, <int:id>: a whole segment.
    [GeneratedRegex(@"(?<=/)(?:\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::[^{}/]*)?\}|<(?:[a-z]+:)?(?<name>[A-Za-z_][A-Za-z0-9_]*)>)(?=/|\z)")]
    private static partial Regex Parameter();
}
