using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace RumPortal.Domain.Vitals.Routes;

/// <summary>
/// A pattern for paths. Matching walks the segments once; there is no regular expression that hostile paths could slow down.
/// </summary>
/// <remarks>
/// <code>
/// /products/:sku     one segment of any text, not empty
/// /docs/*            /docs and everything below; the star only at the end
/// /                  the start page alone
/// </code>
/// Other segments match letter by letter, case counts, percent-encoding does not.
/// </remarks>
public sealed record RouteTemplate
{
    /// <summary>Bounds on patterns; no router has longer ones.</summary>
    public const int Longest = 256, MostSegments = 16;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private readonly ImmutableArray<string> _segments;
    private readonly bool _takesRest;

    private RouteTemplate(string text, ImmutableArray<string> segments, bool takesRest)
    {
        Text = text;
        _segments = segments;
        _takesRest = takesRest;
    }

    /// <summary>As given, but for a slash at the end.</summary>
    public string Text { get; }

    /// <summary>The text without the names of parameters: templates with one shape match the same paths.</summary>
    public string Shape => string.Concat(_segments.Select(segment => segment[0] == ':' ? "/:" : "/" + segment)) + (_takesRest ? "/*" : "");

    /// <param name="fault">A sentence for the user when the answer is false.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RouteTemplate? template, [NotNullWhen(false)] out string? fault)
    {
        template = null;
        text = text?.Trim() ?? "";
        if (text.Length > 1) text = text.TrimEnd('/');
        var segments = text.Length > 1 ? text[1..].Split('/') : [];
        var takesRest = segments is [.., "*"];
        if (takesRest) segments = segments[..^1];
        fault = FaultOf(text, segments);
        if (fault is null) template = new RouteTemplate(text, [.. segments.Select(segment => RoutePath.Decode(segment))], takesRest);
        return fault is null;
    }

    public bool Equals(RouteTemplate? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    internal bool IsMatch(RoutePath path)
    {
        if (_takesRest ? path.Segments.Length < _segments.Length : path.Segments.Length != _segments.Length || path.IsCut) return false;
        for (var i = 0; i < _segments.Length; i++)
        {
            if (_segments[i][0] != ':' && !string.Equals(_segments[i], path.Segments[i], StringComparison.Ordinal)) return false;
        }
        return true;
    }

    /// <summary>What the parameters stand for in a path that matches; the rest of a star under its own name.</summary>
    internal ImmutableArray<RouteCapture> Captures(RoutePath path)
    {
        var captures = ImmutableArray.CreateBuilder<RouteCapture>();
        for (var i = 0; i < _segments.Length; i++)
        {
            if (_segments[i][0] == ':') captures.Add(new RouteCapture(_segments[i][1..], path.Segments[i]));
        }
        if (_takesRest) captures.Add(new RouteCapture("*", string.Join('/', path.Segments.Skip(_segments.Length))));
        return captures.ToImmutable();
    }

    private static string? FaultOf(string text, string[] segments) =>
        text.Length == 0 || text[0] != '/' ? "A route pattern starts with a slash, for example /products/:sku."
        : text.Length > Longest ? $"A route pattern has at most {Longest} characters."
        : text.AsSpan().IndexOfAny('?', '#') >= 0 ? "A route pattern is a path without a query and a fragment."
        : text.Any(char.IsControl) ? "A route pattern has no control characters."
        : segments.Length > MostSegments ? $"A route pattern has at most {MostSegments} segments."
        : segments.Select(FaultOfSegment).OfType<string>().FirstOrDefault()
        ?? FaultOfNames(segments.Where(segment => segment[0] == ':'));

    private static string? FaultOfNames(IEnumerable<string> parameters) =>
        parameters.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice ? $"The parameter {twice.Key} is named twice." : null;

    private static string? FaultOfSegment(string segment) =>
        segment.Length == 0 ? "A route pattern has no empty segments."
        : segment.Contains('*', StringComparison.Ordinal) ? "A star stands for the rest of the path and is the last segment alone."
        : segment[0] == ':' && !IsName(segment.AsSpan(1)) ? "A parameter is a colon and a name of letters, digits and underscores, for example :sku."
        : null;

    private static bool IsName(ReadOnlySpan<char> name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.IndexOfAnyExcept(NameCharacters) < 0;
}
