using System.Text;

namespace RumPortal.Portal.Components.Filters;

/// <summary>Builds a query string in the order of the calls; absent values leave no trace.</summary>
public sealed class QueryWriter
{
    private readonly StringBuilder _text = new();

    public QueryWriter Add(string key, string? value)
    {
        if (string.IsNullOrEmpty(value)) return this;
        if (_text.Length > 0) _text.Append('&');
        // Colons and slashes are legal in a query and keep time zones and filters readable in a shared link.
        _text.Append(key).Append('=').Append(Uri.EscapeDataString(value).Replace("%3A", ":", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal));
        return this;
    }

    public QueryWriter AddAll(string key, IEnumerable<string> values)
    {
        foreach (var value in values) Add(key, value);
        return this;
    }

    /// <summary>The path with this query, or the bare path.</summary>
    public string On(string path) => _text.Length == 0 ? path : $"{path}?{_text}";

    public override string ToString() => _text.ToString();
}
