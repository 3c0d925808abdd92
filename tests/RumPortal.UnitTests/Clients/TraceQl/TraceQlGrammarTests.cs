using System.Text.RegularExpressions;
using RumPortal.Clients.Querying;
using RumPortal.Clients.Tempo;
using RumPortal.Clients.Tempo.TraceQl;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Clients.TraceQl;

public sealed partial class TraceQlGrammarTests
{
    /// <summary>
    /// What Tempo 3.0 reads and the published grammar does not yet, each with what stands in for it before a query is shown to the grammar.
    /// </summary>
    public static TheoryData<string, string, string> Gaps => new()
    {
        { "{ nestedSetParent < 0 }", "nestedSetParent", "duration" },
        { "{ span:childCount = 0 }", "span:childCount", "duration" },
        { """{ span.a = "\n" }""", @"\n", "x" },
        { """{ span.a = "\r" }""", @"\r", "x" },
        { """{ span.a = "\t" }""", @"\t", "x" },
        { """{ span.a = "\u0001" }""", @"\u0001", "x" },
    };

    [Theory]
    [MemberData(nameof(Gaps))]
    public async Task Gap_OfTheGrammar_IsStillOne(string query, string construct, string substitute)
    {
        var parsed = await ParseAsync([query, query.Replace(construct, substitute, StringComparison.Ordinal)]);

        Assert.NotEmpty(parsed[0].Errors);
        Assert.Empty(parsed[1].Errors);
        Assert.Equal(query.Replace(construct, substitute, StringComparison.Ordinal), WithoutGaps(query));
    }

    [Fact]
    public async Task Queries_ThatThePortalSends_ParseWithoutError()
    {
        string[] queries =
        [
            .. TraceQueriesTests.Texts.Select(row => row.Data.Item1.ToString()),
            .. TraceQlRendererTests.Conditions.Select(row => Spanset.Where(row.Data.Item1).Query().ToString()),
            .. TraceQlRendererTests.Spansets.Select(row => row.Data.Item1.Query().ToString()),
            .. TraceQlRendererTests.Stages.Select(row => Spanset.All.Query(row.Data.Item1).ToString()),
            .. TraceQlRendererTests.Metrics.Select(row => row.Data.Item1.ToString()),
        ];

        var parsed = await ParseAsync([.. queries.Select(WithoutGaps)]);

        Assert.True(queries.Length > 60, $"only {queries.Length} queries");
        foreach (var (query, result) in queries.Zip(parsed)) Assert.True(result.Errors.Count == 0, $"{string.Join(" ; ", result.Errors)} in {query}");
    }

    [Fact]
    public async Task Queries_WithAnyText_KeepItInsideItsString()
    {
        var plain = TraceQueriesTests.With("plain").ToArray();
        var shapes = (await ParseAsync(plain)).Select(result => result.Strings.Count).ToArray();
        var queries = HostileTexts.All.SelectMany(TraceQueriesTests.With).ToArray();

        var parsed = await ParseAsync([.. queries.Select(WithoutGaps)]);

        for (var i = 0; i < queries.Length; i++)
        {
            Assert.True(parsed[i].Errors.Count == 0, $"{string.Join(" ; ", parsed[i].Errors)} in {queries[i]}");
            Assert.Equal(shapes[i % plain.Length], parsed[i].Strings.Count);
            var literal = WithoutGaps(QueryString.Encode(HostileTexts.All[i / plain.Length]));
            Assert.All(parsed[i].Strings, text => Assert.Equal(literal, text));
        }
    }

    [Fact]
    public async Task Routes_WithAnyText_KeepItInsideItsExpression()
    {
        var queries = HostileTexts.All.Select(text => TraceQueries.Matching(new TraceFilter { Route = text }).ToString()).ToArray();

        var parsed = await ParseAsync([.. queries.Select(WithoutGaps)]);

        foreach (var (query, result) in queries.Zip(parsed)) Assert.True(result is { Errors.Count: 0, Strings.Count: 5 }, $"{string.Join(" ; ", result.Errors)} in {query}");
    }

    [Fact]
    public async Task Attributes_WithAnyName_KeepItInsideItsQuotes()
    {
        string[] names = [.. HostileTexts.All.Where(TraceField.IsName)];
        var queries = names.Select(name => Spanset.Where(TraceField.Span(name).Is("v")).Query(TraceStage.Selecting(TraceField.Resource(name), TraceField.Any(name))).ToString()).ToArray();

        var parsed = await ParseAsync(queries);

        Assert.True(names.Length > 20, $"only {names.Length} names");
        foreach (var (query, result) in queries.Zip(parsed)) Assert.True(result.Errors.Count == 0, $"{string.Join(" ; ", result.Errors)} in {query}");
    }

    [Fact]
    public async Task Grammar_OfABrokenQuery_SaysSo() =>
        Assert.Equal([true, true, false], (await ParseAsync(["""{ span.a = }""", """{ kind = server } >""", """{ }"""])).Select(result => result.Errors.Count > 0));

    private static Task<IReadOnlyList<LogQl.ParsedQuery>> ParseAsync(IReadOnlyList<string> queries) =>
        TraceQlGrammar.ParseAsync(queries, TestContext.Current.CancellationToken);

    private static string WithoutGaps(string query) => Escape().Replace(query, match => match.Groups[1].Success ? "x" : match.Value)
        .Replace("nestedSetParent", "duration", StringComparison.Ordinal)
        .Replace("span:childCount", "duration", StringComparison.Ordinal);

    [GeneratedRegex(@"\\(?:[\\""]|([nrt]|u[0-9a-f]{4}))")]
    private static partial Regex Escape();
}
