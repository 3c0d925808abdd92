namespace RumPortal.Domain.Sessions;

/// <summary>
/// Addresses as they are shown: without the query and the fragment, which hold tokens, mail addresses and searches more often than anything useful.
/// </summary>
public static class PageAddress
{
    private const int LongestShown = 300;

    /// <summary><c>https://shop.example/search?q=x#top</c> becomes <c>/search?…</c>; what is no absolute address stays, but for its query.</summary>
    public static string Path(string address)
    {
        var (path, hidden) = Split(address);
        var slashes = path.IndexOf("://", StringComparison.Ordinal);
        if (slashes > 0)
        {
            var slash = path.IndexOf('/', slashes + 3);
            path = slash < 0 ? "/" : path[slash..];
        }
        return Shorten(path) + hidden;
    }

    /// <summary><c>https://shop.example/search?q=x</c> becomes <c>shop.example</c>; null without a host.</summary>
    public static string? Host(string address)
    {
        var slashes = address.IndexOf("://", StringComparison.Ordinal);
        if (slashes <= 0) return null;
        var rest = address.AsSpan(slashes + 3);
        var end = rest.IndexOfAny('/', '?', '#');
        var host = end < 0 ? rest : rest[..end];
        var at = host.LastIndexOf('@');
        return host.Length == 0 ? null : Shorten(host[(at + 1)..].ToString());
    }

    private static (string Path, string Hidden) Split(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? (address, "") : (address[..end], address[end] == '?' ? "?…" : "");
    }

    private static string Shorten(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";
}
