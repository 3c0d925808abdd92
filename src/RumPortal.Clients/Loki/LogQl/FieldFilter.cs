using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Loki.LogQl;

/// <summary>
/// Conditions on one field of Faro lines that need no parser, so that they hold for logfmt and JSON lines alike, mixed in one stream. A
/// cheap contains-check over the longest part of the value that every encoder leaves as it is goes first; an expression that knows where
/// fields begin and end, and how their values are escaped, decides.
/// </summary>
/// <remarks>
/// The key is in label form; a <c>_</c> in it also stands for any special character of the raw key. Values compare as a parser would find
/// them, with two limits that hostile lines alone reach: a key that occurs twice matches by either value, and letter case of
/// <see cref="Contains"/> folds as RE2 does.
/// <code>
/// FieldFilter.Is("browser_os", "Mac OS") gives
///   |= "Mac OS" |~ "(?s)(?:^(?:(?:[^\"]|\"(?:[^\"\\\\]|\\\\.)*\")*[\\x00-\\x20])?browser[^A-Za-z0-9\\x00-\\x20=\"]os=|[{,]...)\"Mac OS\""
/// </code>
/// </remarks>
public static class FieldFilter
{
    // Below this a contains-check lets nearly every line through.
    private const int ShortestPrefilter = 3;

    /// <summary>The field has this value.</summary>
    /// <exception cref="ArgumentException">The value is empty; lines cannot say that (Loki 3.7 and the receivers drop empty
    /// values).</exception>
    public static IReadOnlyList<LineFilter> Is(string key, string value) => IsAnyOf(key, [value]);

    /// <summary>The field has one of these values.</summary>
    /// <exception cref="ArgumentException">No value is given, or an empty one.</exception>
    public static IReadOnlyList<LineFilter> IsAnyOf(string key, IReadOnlyCollection<string> values)
    {
        Check(values);
        var exact = LineFilter.Matches(FieldPattern.Equals(key, values));
        var runs = values.Select(FieldSpelling.LongestPlainRun).Distinct(StringComparer.Ordinal).ToArray();
        if (runs.Any(run => run.Length < ShortestPrefilter)) return [exact];
        return [runs.Length == 1 ? LineFilter.Contains(runs[0]) : LineFilter.Matches(Re2.AnyOf(runs)), exact];
    }

    /// <summary>The field has none of these values; a line without the field passes.</summary>
    /// <exception cref="ArgumentException">No value is given, or an empty one.</exception>
    public static IReadOnlyList<LineFilter> IsNoneOf(string key, IReadOnlyCollection<string> values)
    {
        Check(values);
        return [LineFilter.MatchesNot(FieldPattern.Equals(key, values))];
    }

    /// <summary>The field's value holds this text in any letter case.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public static IReadOnlyList<LineFilter> Contains(string key, string text)
    {
        Check([text]);
        var exact = LineFilter.Matches(FieldPattern.Contains(key, text));
        var run = FieldSpelling.LongestPlainRun(text);
        return run.Length < ShortestPrefilter ? [exact] : [LineFilter.Matches(Re2.IgnoringCase(run)), exact];
    }

    /// <summary>The value of at least one of these fields holds this text in any letter case.</summary>
    /// <exception cref="ArgumentException">The text is empty, or no field is named.</exception>
    public static IReadOnlyList<LineFilter> ContainsInAnyOf(IReadOnlyCollection<LabelName> keys, string text)
    {
        Check([text]);
        if (keys.Count == 0) throw new ArgumentException("At least one field is needed.", nameof(keys));
        var exact = LineFilter.Matches(Re2.Either(keys.Select(key => FieldPattern.Contains(key.ToString(), text))));
        var run = FieldSpelling.LongestPlainRun(text);
        return run.Length < ShortestPrefilter ? [exact] : [LineFilter.Matches(Re2.IgnoringCase(run)), exact];
    }

    /// <summary>All conditions together; several "is" on one key are alternatives.</summary>
    /// <exception cref="ArgumentException">A value is empty.</exception>
    public static IReadOnlyList<LineFilter> All(IEnumerable<MetadataFilter> filters)
    {
        var all = filters.ToList();
        var same = all.Where(filter => filter.Operator == FilterOperator.Is)
            .GroupBy(filter => filter.Key, StringComparer.Ordinal)
            .SelectMany(group => IsAnyOf(group.Key, group.Select(filter => filter.Value).ToHashSet(StringComparer.Ordinal)));
        var others = all.Where(filter => filter.Operator == FilterOperator.IsNot)
            .GroupBy(filter => filter.Key, StringComparer.Ordinal)
            .SelectMany(group => IsNoneOf(group.Key, group.Select(filter => filter.Value).ToHashSet(StringComparer.Ordinal)));
        var containing = all.Where(filter => filter.Operator == FilterOperator.Contains)
            .SelectMany(filter => Contains(filter.Key, filter.Value));
        return [.. same, .. containing, .. others];
    }

    /// <summary>
    /// The field, whose raw key is known, has one of these values. For plain values (ids, names of events) this is a mere contains-check,
    /// far cheaper than <see cref="IsAnyOf"/>; the text in the middle of another value would pass too, so check what comes back.
    /// </summary>
    /// <param name="key">The key as lines spell it.</param>
    /// <param name="values">Not empty. A value that some encoder would quote or escape makes the filter an exact one.</param>
    /// <param name="parser">Which spellings occur.</param>
    public static IReadOnlyList<LineFilter> Likely(string key, IReadOnlyCollection<string> values, LineParser parser)
    {
        Check(values);
        if (!values.All(FieldSpelling.IsBare)) return IsAnyOf(key, values);
        var texts = Spellings(key, values, parser);
        return [texts.Length == 1 ? LineFilter.Contains(texts[0]) : LineFilter.Matches(Re2.AnyOf(texts))];
    }

    /// <summary>
    /// The field, whose raw key is known, has none of these values, as cheaply as <see cref="Likely"/>. Lines that hold such a field as
    /// text in the middle of another value are left out too.
    /// </summary>
    public static IReadOnlyList<LineFilter> Unlikely(string key, IReadOnlyCollection<string> values, LineParser parser)
    {
        Check(values);
        if (!values.All(FieldSpelling.IsBare)) return IsNoneOf(key, values);
        var texts = Spellings(key, values, parser);
        return [texts.Length == 1 ? LineFilter.Lacks(texts[0]) : LineFilter.MatchesNot(Re2.AnyOf(texts))];
    }

    private static string[] Spellings(string key, IReadOnlyCollection<string> values, LineParser parser)
    {
        var logfmt = parser == LineParser.Json ? [] : values.Select(value => $"{key}={value}");
        var json = parser == LineParser.Logfmt ? [] : values.Select(value => $"\"{key}\":\"{value}\"");
        return [.. logfmt, .. json];
    }

    private static void Check(IReadOnlyCollection<string> values)
    {
        if (values.Count == 0 || values.Any(value => value.Length == 0))
            throw new ArgumentException("Values are needed that are not empty.", nameof(values));
    }
}
