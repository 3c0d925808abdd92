using System.Text;

namespace RumPortal.Domain.Vitals.Routes;

/// <summary>
/// The route of a path that no pattern knows: segments that look like identifiers become <c>:id</c>, so that the pages of one kind are
/// one route. Cautious with words: a slug such as <c>ten-ways-to-cook-2-eggs</c> stays.
/// </summary>
internal static class AutomaticRoute
{
    // Bounds the number and the length of routes that hostile paths can make.
    private const int MostSegments = 8, LongestSegment = 64;

    private const string Placeholder = ":id";

    public static string Of(RoutePath path)
    {
        if (path.Segments.IsEmpty) return path.IsCut ? "/*" : "/";
        var route = new StringBuilder();
        foreach (var segment in path.Segments.Take(MostSegments)) route.Append('/').Append(IsIdentifier(segment) ? Placeholder : segment);
        if (path.IsCut || path.Segments.Length > MostSegments) route.Append("/*");
        return route.ToString();
    }

    /// <summary>Whether a segment names one thing rather than a kind of page.</summary>
    public static bool IsIdentifier(string segment) =>
        // What is a parameter already comes from a router's own page id.
        segment[0] != ':'
        && (segment.Length > LongestSegment
            || segment.Contains('@', StringComparison.Ordinal)
            || IsNumber(segment)
            || Guid.TryParseExact(segment, "D", out _)
            || IsHex(segment)
            || IsToken(segment));

    /// <summary><c>42</c>, <c>2026-11-23</c>, <c>1.2.3</c>.</summary>
    private static bool IsNumber(string segment) =>
        segment.Any(char.IsAsciiDigit) && segment.All(character => char.IsAsciiDigit(character) || character is '-' or '_' or '.' or ',' or ':');

    /// <summary>Object ids and hashes from 8 characters on; without a digit it may be a word such as <c>defaced</c>.</summary>
    private static bool IsHex(string segment) => segment.Length >= 8 && segment.All(char.IsAsciiHexDigit) && segment.Any(char.IsAsciiDigit);

    /// <summary>
    /// Random tokens (nanoid, ULID, base64) change between digits, lower and upper case far more often than words do:
    /// <c>V1StGXR8_Z5jdHi6B-myT</c> 11 times, <c>mp4-h264-aac</c> twice.
    /// </summary>
    private static bool IsToken(string segment)
    {
        const int Shortest = 12, LeastChanges = 4;
        if (segment.Length < Shortest || !segment.Any(char.IsAsciiDigit)) return false;
        var changes = 0;
        for (var i = 1; i < segment.Length; i++)
        {
            if (IsChange(segment[i - 1], segment[i])) changes++;
        }
        return changes >= LeastChanges;
    }

    private static bool IsChange(char before, char after) =>
        (char.IsAsciiDigit(before) && char.IsAsciiLetter(after))
        || (char.IsAsciiLetter(before) && char.IsAsciiDigit(after))
        || (char.IsAsciiLetterLower(before) && char.IsAsciiLetterUpper(after));
}
