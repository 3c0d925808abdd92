using System.Collections.Immutable;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace RumPortal.Portal.Components.Filters;

/// <summary>A query string read as a stranger's text: any value may be missing, repeated or absurd.</summary>
public sealed class QueryReader
{
    private const int LongestName = 256;

    private readonly Dictionary<string, StringValues> _values;

    public QueryReader(string? queryString) => _values = QueryHelpers.ParseQuery(queryString);

    public static QueryReader Of(Uri address) => new(address.Query);

    /// <summary>The first value that is not empty.</summary>
    public string? First(string key) => All(key).FirstOrDefault();

    public IEnumerable<string> All(string key) => _values.TryGetValue(key, out var values) ? values.OfType<string>().Where(value => value.Length > 0) : [];

    public bool Flag(string key) => First(key) is "1" or "true";

    /// <summary>A name such as an app's; one that no app can have is left out and said.</summary>
    public string? Name(string key, ImmutableArray<string>.Builder faults)
    {
        if (First(key) is not { } name) return null;
        if (name.Length <= LongestName && !name.Any(char.IsControl)) return name;
        faults.Add($"The {key} in the address is not a name.");
        return null;
    }

    /// <summary>Text of a stranger, short enough for a message.</summary>
    public static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
