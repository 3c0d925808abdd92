using RumPortal.Testing;
using System.Globalization;
using System.Text;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;

namespace RumPortal.UnitTests.Clients.LogQl;

public sealed class GrammarTests
{
    [Fact]
    public async Task Queries_ThatThePortalSends_ParseWithoutError()
    {
        var queries = QueryRegistry.All().Select(query => query.Text)
            .Concat(LogQlRendererTests.LogQueries.Select(row => row.Data.Item2))
            .Concat(LogQlRendererTests.MetricQueries.Select(row => row.Data.Item2))
            .Distinct().ToArray();

        var parsed = await OfficialGrammar.ParseAsync(queries, TestContext.Current.CancellationToken);

        Assert.True(queries.Length > 50, $"only {queries.Length} queries");
        foreach (var (query, result) in queries.Zip(parsed)) Assert.True(result.Errors.Count == 0, $"{string.Join(" ; ", result.Errors)} in {query}");
    }

    [Fact]
    public async Task Queries_WithAnyText_KeepItInsideItsString()
    {
        var plain = QueryRegistry.With("plain").ToArray();
        var shapes = (await OfficialGrammar.ParseAsync(plain, TestContext.Current.CancellationToken)).Select(result => result.Strings.Count).ToArray();
        var texts = HostileTexts.All.Concat(RandomTexts()).ToArray();
        var queries = texts.SelectMany(QueryRegistry.With).ToArray();

        var parsed = await OfficialGrammar.ParseAsync(queries, TestContext.Current.CancellationToken);

        for (var i = 0; i < queries.Length; i++)
        {
            Assert.True(parsed[i].Errors.Count == 0, $"{string.Join(" ; ", parsed[i].Errors)} in {queries[i]}");
            Assert.Contains(texts[i / plain.Length].ToWellFormed(), parsed[i].Strings.Select(GoUnquote));
            // A cheap contains-check may be missing or added beside the filter, but nothing else.
            Assert.InRange(parsed[i].Strings.Count, shapes[i % plain.Length] - 3, shapes[i % plain.Length] + 3);
        }
    }

    [Fact]
    public async Task Grammar_OfABrokenQuery_SaysSo()
    {
        var parsed = await OfficialGrammar.ParseAsync(["""{app="x" |= "y" """, """sum by (a) (""", """{app="x"}"""], TestContext.Current.CancellationToken);

        Assert.Equal([true, true, false], parsed.Select(result => result.Errors.Count > 0));
    }

    [Fact]
    public void Encode_OfAnyText_IsReadBackByGosRules()
    {
        foreach (var text in HostileTexts.All.Concat(RandomTexts())) Assert.Equal(text.ToWellFormed(), GoUnquote(QueryString.Encode(text)));
    }

    private const string Syntax = "\"\\`{}()|=~!,.*+?[]^$#\n\r\t\0";

    private static IEnumerable<string> RandomTexts()
    {
        var random = new Random(42);
        for (var i = 0; i < 200; i++)
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(3) switch
            {
                0 => Syntax[random.Next(Syntax.Length)],
                1 => (char)random.Next(0x20, 0x7F),
                _ => (char)random.Next(0x10000),
            }));
    }

    // Go's strconv.Unquote, as far as the encoder uses it; anything else fails the test.
    private static string GoUnquote(string literal)
    {
        Assert.True(literal.Length >= 2 && literal[0] == '"' && literal[^1] == '"', literal);
        var text = new StringBuilder();
        for (var i = 1; i < literal.Length - 1; i++)
        {
            Assert.True(literal[i] is not ('"' or '\n'), literal);
            if (literal[i] != '\\')
            {
                text.Append(literal[i]);
                continue;
            }
            i++;
            if (literal[i] == 'u')
            {
                text.Append((char)int.Parse(literal.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
                continue;
            }
            var known = "nrt\"\\".IndexOf(literal[i], StringComparison.Ordinal);
            Assert.True(known >= 0, literal);
            text.Append("\n\r\t\"\\"[known]);
        }
        return text.ToString();
    }
}

file static class WellFormedText
{
    /// <summary>The text with U+FFFD for each lone surrogate.</summary>
    public static string ToWellFormed(this string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
}
