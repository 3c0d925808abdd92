using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Loki.LogQl;

/// <summary>
/// Expressions that find one field in a raw line of either spelling. Both are exact about where a field begins: in logfmt outside of any
/// quoted value, in JSON behind <c>{</c> or <c>,</c> and an unescaped quote, which no value can hold.
/// </summary>
internal static class FieldPattern
{
    private const string Blank = @"[\x00-\x20]";

    // Pairs before the field: anything outside quotes, and whole quoted values.
    private const string LogfmtStart = """^(?:(?:[^"]|"(?:[^"\\]|\\.)*")*""" + Blank + ")?";
    private const string JsonBlank = @"[\x09\x0a\x0d\x20]*";
    private const string JsonStart = "[{,]" + JsonBlank + "\"";
    private const string JsonColon = "\"" + JsonBlank + ":" + JsonBlank;

    // One character of a quoted value, or one escape.
    private const string Quoted = """(?:[^"\\]|\\[^u]|\\u[0-9A-Fa-f]{4})""";
    private const string Bare = """[^\x00-\x20="]""";
    private const string Scalar = "[-+.0-9A-Za-z]";

    /// <summary>The field's value is one of these.</summary>
    public static Re2 Equals(string key, IReadOnlyCollection<string> values)
    {
        var bare = values.Where(FieldSpelling.CanBeBare).Select(Re2.Quote).ToArray();
        var scalars = values.Where(FieldSpelling.CanBeScalar).Select(Re2.Quote).ToArray();
        return Either(
            key,
            $"\"{Any(values.Select(FieldSpelling.InQuotes))}\"",
            bare.Length == 0 ? null : $@"{Any(bare)}(?:{Blank}|\z)",
            scalars.Length == 0 ? null : $"{Any(scalars)}[\\x09\\x0a\\x0d\\x20,}}]");
    }

    /// <summary>The field's value holds this text in any letter case.</summary>
    public static Re2 Contains(string key, string text) => Either(
        key,
        $"\"{Quoted}*(?i:{FieldSpelling.InQuotes(text)})",
        FieldSpelling.CanBeBare(text) ? $"{Bare}*(?i:{Re2.Quote(text)})" : null,
        text.All(IsScalarCharacter) ? $"{Scalar}*(?i:{Re2.Quote(text)})" : null);

    // Both spellings share the quoted form, so that a long value stands in the expression as few times as possible.
    private static Re2 Either(string key, string quoted, string? bare, string? scalar)
    {
        var logfmt = $"{LogfmtStart}{Key(key, """[^A-Za-z0-9\x00-\x20="]""")}=";
        var json = $"{JsonStart}{Key(key, """(?:[^A-Za-z0-9"\\]|\\u[0-9A-Fa-f]{4}|\\[^u])""")}{JsonColon}";
        var others = (bare is null ? "" : $"|{logfmt}{bare}") + (scalar is null ? "" : $"|{json}{scalar}");
        return new Re2($"(?s)(?:{logfmt}|{json}){quoted}{others}");
    }

    private static string Key(string key, string special)
    {
        // The label form puts an underscore before a leading digit.
        var isOptional = key is ['_', >= '0' and <= '9', ..];
        var rest = key[(isOptional ? 1 : 0)..].Select(character => character == '_' ? special : Re2.Quote(character.ToString()));
        return (isOptional ? $"(?:{special})?" : "") + string.Concat(rest);
    }

    private static string Any(IEnumerable<string> alternatives)
    {
        var all = alternatives.ToArray();
        return all.Length == 1 ? all[0] : $"(?:{string.Join('|', all)})";
    }

    private static bool IsScalarCharacter(char character) => character is '-' or '+' or '.' || char.IsAsciiLetterOrDigit(character);
}
