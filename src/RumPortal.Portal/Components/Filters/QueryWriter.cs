using System.Text;

namespace RumPortal.Portal.Components.Filters;

/// <summary>Builds a query string in the order of the calls; absent values leave no trace.</summary>
public sealed class QueryWriter
{
    // Legal in a query; left as they are, time zones, filters and lanes stay readable in a shared link.
    private const string Readable = ":/!,";

    private readonly StringBuilder _text = new();

    public QueryWriter Add(string key, string? value)
    {
        if (string.IsNullOrEmpty(value)) return this;
        if (_text.Length > 0) _text.Append('&');
        var escaped = new StringBuilder(Uri.EscapeDataString(value));
        foreach (var character in Readable) escaped.Replace(Uri.HexEscape(character), character.ToString());
        _text.Append(key).Append('=').Append(escaped);
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
