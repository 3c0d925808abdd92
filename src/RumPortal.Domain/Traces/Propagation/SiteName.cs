namespace RumPortal.Domain.Traces.Propagation;

/// <summary>
/// The site that a host belongs to: what one owner registered. Without the public list of suffixes this is an estimate: the last two names of
/// a host, three where the last two are a country's general suffix (<c>example.co.uk</c>). An address or a single name is a site of its own.
/// </summary>
public static class SiteName
{
    // The second names under which countries register; a name of an owner is seldom so short.
    private static readonly HashSet<string> General = new(StringComparer.OrdinalIgnoreCase) { "ac", "co", "com", "edu", "gob", "gov", "go", "mil", "ne", "net", "or", "org", "idv" };

    public static string Of(string host)
    {
        if (Uri.CheckHostName(host.Trim('[', ']')) is UriHostNameType.IPv4 or UriHostNameType.IPv6) return host;
        var names = host.TrimEnd('.').Split('.');
        if (names.Length <= 2) return host.TrimEnd('.');
        var isGeneral = names[^1].Length == 2 && General.Contains(names[^2]);
        return string.Join('.', names[^(isGeneral ? 3 : 2)..]);
    }
}
