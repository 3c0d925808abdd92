using System.Collections.Immutable;
using System.Globalization;

namespace RumPortal.Domain.Vitals.Routes;

/// <summary>
/// The path of an address, cut into decoded segments: what routes are matched against. Any text gives a path; nothing is refused.
/// </summary>
/// <param name="Segments">Without empty ones, so that <c>//a//b/</c> is <c>/a/b</c>.</param>
/// <param name="IsCut">The path was too long to read to its end.</param>
internal readonly record struct RoutePath(ImmutableArray<string> Segments, bool IsCut)
{
    private const int Longest = 2048, MostSegments = 32;

    /// <param name="address">An absolute address or a path. Query and fragment are left out: they hold searches and tokens.</param>
    public static RoutePath Of(string address)
    {
        var path = address.AsSpan();
        var isCut = false;
        var end = path[..Math.Min(path.Length, Longest)].IndexOfAny('?', '#');
        if (end >= 0) path = path[..end];
        else if (path.Length > Longest)
        {
            // The last segment is not whole and would look like another one.
            path = path[..Longest];
            isCut = true;
        }
        var segments = ImmutableArray.CreateBuilder<string>();
        path = WithoutHost(path);
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            if (segment.IsEmpty) continue;
            if (segments.Count == MostSegments) return new RoutePath(segments.ToImmutable(), IsCut: true);
            segments.Add(Decode(segment.ToString()));
        }
        if (isCut && segments.Count > 0) segments.RemoveAt(segments.Count - 1);
        return new RoutePath(segments.ToImmutable(), isCut);
    }

    public override string ToString() => Segments.IsEmpty ? "/" : "/" + string.Join('/', Segments) + (IsCut ? "/…" : "");

    /// <summary>
    /// Undoes percent-encoding once. A segment that would then mean something else in a path, or hide what it shows, stays as it is;
    /// so decoding twice is decoding once.
    /// </summary>
    public static string Decode(string segment)
    {
        if (!segment.Contains('%', StringComparison.Ordinal)) return segment;
        var decoded = Uri.UnescapeDataString(segment);
        return decoded.Any(IsMisleading) ? segment : decoded;
    }

    private static bool IsMisleading(char character) =>
        character is '/' or '?' or '#' or '%' || char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format;

    private static ReadOnlySpan<char> WithoutHost(ReadOnlySpan<char> address)
    {
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        if (scheme <= 0 || address[..scheme].Contains('/')) return address;
        var path = address[(scheme + 3)..];
        var slash = path.IndexOf('/');
        return slash < 0 ? [] : path[slash..];
    }
}
