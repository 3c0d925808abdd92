using System.Text;

namespace RumPortal.Clients.Querying;

/// <summary>
/// A regular expression in RE2's syntax, made from texts that match as themselves. There is no way to bring in an expression from outside:
/// what users type is always a text.
/// </summary>
public readonly record struct Re2
{
    private const string Special = @"\.+*?()|[]{}^$";

    internal Re2(string pattern) => Pattern = pattern;

    /// <summary>The expression, not yet a string of a query language.</summary>
    public string Pattern { get; }

    /// <summary>Matches exactly this text.</summary>
    public static Re2 Literal(string text) => new(Quote(text));

    /// <summary>Matches any of these texts.</summary>
    /// <exception cref="ArgumentException">No text is given: an empty alternation would match everything.</exception>
    public static Re2 AnyOf(IEnumerable<string> texts)
    {
        var alternatives = string.Join('|', texts.Select(Quote));
        return alternatives.Length > 0 ? new Re2(alternatives) : throw new ArgumentException("At least one text is needed.", nameof(texts));
    }

    /// <summary>Matches this text in any letter case.</summary>
    public static Re2 IgnoringCase(string text) => new("(?i)" + Quote(text));

    /// <summary>Matches, as a whole, any text that holds this one in any letter case.</summary>
    public static Re2 Around(string text) => new($"(?is).*{Quote(text)}.*");

    /// <summary>Matches what any of these matches; flags in one do not reach into another.</summary>
    internal static Re2 Either(IEnumerable<Re2> expressions) =>
        new(string.Join('|', expressions.Select(expression => $"(?:{expression.Pattern})")));

    internal static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            if (Special.Contains(character, StringComparison.Ordinal)) quoted.Append('\\');
            quoted.Append(character);
        }
        return quoted.ToString();
    }
}
