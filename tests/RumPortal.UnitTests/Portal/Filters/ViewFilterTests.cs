using System.Collections.Immutable;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Components.Filters;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Portal.Filters;

public sealed class ViewFilterTests
{
    private static readonly string[] Names = ["shop-web", "a b", "購物車", "🚀", "a&b=c#d?e/f:g+h%20", "\"`{}'<>\\", "(a+)+$", "."];

    private static readonly ImmutableArray<MetadataFilter> LegalFilters =
        [.. HostileTexts.All.SelectMany(text => new[] { $"browser_name:{text}", $"!context_x:{text}", $"~page_url:{text}" }).Select(Parsed).OfType<MetadataFilter>()];

    [Fact]
    public void Parse_OfWhatToQueryWrites_IsTheSameState()
    {
        var random = new Random(118);
        for (var round = 0; round < 2000; round++)
        {
            var state = RandomState(random);

            var read = Parse(state.ToQuery().ToString());

            Assert.Empty(read.Faults);
            AssertSame(state, read);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("app=shop-web&environment=production&from=now-6h&to=now-1h&tz=Asia/Taipei&version=118")]
    [InlineData("version=118&filter=browser_name:Arc&filter=!browser_os:Linux&filter=~page_url:/cart/")]
    [InlineData("from=2026-11-23T09:00:00Z&to=2026-11-23T10:30:00.5Z")]
    public void ToQuery_OfAnAddressInTheWrittenForm_IsThatAddress(string query) => Assert.Equal(query, Parse(query).ToQuery().ToString());

    [Theory]
    [InlineData("?app=a&app=b&APP=c", "app=a")]
    [InlineData("app=&environment=", "")]
    [InlineData("version=1&version=2&version=1", "version=1&version=2")]
    [InlineData("filter=app_version:118&version=117", "version=117&version=118")]
    [InlineData("filter=a:1&filter=a:1&filter=a:2", "filter=a:1&filter=a:2")]
    [InlineData("version=!118", "version=!118")]
    [InlineData("from=now-24h&to=now", "")]
    [InlineData("from=2026-11-23", "from=2026-11-23T00:00:00Z&to=now")]
    [InlineData("&&==&=x&filter&app", "")]
    [InlineData("sort=errors&cursor=x&t=1", "")]
    public void ToQuery_OfAnAddressInAnyForm_IsTheWrittenForm(string query, string written) => Assert.Equal(written, Parse(query).ToQuery().ToString());

    [Fact]
    public void Parse_HostileAddress_GivesAStateThatCanBeWrittenAndRead()
    {
        foreach (var text in HostileTexts.All.Append(new string('x', 10_000)).Append("%ED%A0%BD%00%zz%"))
            foreach (var query in new[] { text, $"app={text}&filter={text}&from={text}&tz={text}", $"filter=a:{text}&version={text}&environment={text}&to={text}" })
            {
                // As it comes from the address bar.
                var state = ViewFilter.Parse(QueryReader.Of(new Uri("http://localhost/?" + query)));

                var again = Parse(state.ToQuery().ToString());

                Assert.Empty(again.Faults);
                AssertSame(state, again);
            }
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "filter=browser_name", "A filter has the form key:value, for example browser_name:Arc." },
        { "filter=a-b:1", "A filter key has letters, digits and underscores only and does not start with a digit." },
        { "filter=user_id:a%00b", "The value of the filter on user_id is not valid text." },
        { "filter=user_id:" + new string('x', 10_000), "The value of the filter on user_id is longer than 1024 characters." },
        { "version=" + new string('1', 1025), "The value of the filter on app_version is longer than 1024 characters." },
        { "app=" + new string('x', 257), "The app in the address is not a name." },
        { "app=a%0Ab", "The app in the address is not a name." },
        { "environment=a%00b", "The environment in the address is not a name." },
        { "from=yesterday", "'yesterday' is no time. Use now-6h or 2026-11-23T09:00:00Z." },
        { "to=" + new string('9', 10_000), $"'{new string('9', 60)}…' is no time. Use now-6h or 2026-11-23T09:00:00Z." },
        { "filter=json:1", "'json' is a word of the query language and cannot be filtered by." },
        { "filter=!by:1", "'by' is a word of the query language and cannot be filtered by." },
        { "tz=Mars/Olympus", "'Mars/Olympus' is not a known time zone. Use a name such as Asia/Taipei." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Parse_WhatCannotBeUnderstood_IsLeftOutAndSaid(string query, string fault)
    {
        var state = Parse(query);

        Assert.Equal([fault], state.Faults.AsEnumerable());
        AssertSame(new ViewFilter(), state with { Faults = [] });
    }

    [Fact]
    public void Parse_ManyFaults_SaysEachOnce() => Assert.Equal(
        ["The app in the address is not a name.", "'x' is no time. Use now-6h or 2026-11-23T09:00:00Z.", "A filter has the form key:value, for example browser_name:Arc."],
        Parse("app=%01&from=x&to=x&filter=y&filter=z").Faults.Order(StringComparer.Ordinal).OrderByDescending(fault => fault.StartsWith("The", StringComparison.Ordinal)).ThenBy(fault => fault, StringComparer.Ordinal));

    [Fact]
    public void Parse_MoreFiltersThanUseful_KeepsTheFirstAndSaysSo()
    {
        var state = Parse(string.Join('&', Enumerable.Range(0, 40).Select(i => $"filter=k{i}:v")));

        Assert.Equal(Enumerable.Range(0, ViewFilter.MostFilters).Select(i => $"k{i}:v"), state.Filters.Select(filter => filter.ToString()));
        Assert.Equal(["Only the first 32 filters are used."], state.Faults.AsEnumerable());
    }

    [Fact]
    public void Toggle_OfAFilter_AddsAndRemovesIt()
    {
        var arc = new MetadataFilter("browser_name", FilterOperator.Is, "Arc");

        var on = new ViewFilter().Toggle(arc);

        Assert.True(on.Has(arc));
        Assert.Same(on, on.With(arc));
        Assert.Empty(on.Toggle(arc).Filters);
    }

    [Fact]
    public void WithVersion_OfAVersion_ReplacesEveryConditionOnIt()
    {
        var state = Parse("version=117&version=118&filter=!app_version:9&filter=browser_name:Arc");

        Assert.Equal("version=119&filter=browser_name:Arc", state.WithVersion("119").ToQuery().ToString());
        Assert.Equal("filter=browser_name:Arc", state.WithVersion(null).ToQuery().ToString());
        Assert.Equal(["117", "118"], state.Versions);
    }

    private static ViewFilter Parse(string query) => ViewFilter.Parse(new QueryReader(query));

    private static MetadataFilter? Parsed(string text) => MetadataFilter.TryParse(text, out var filter, out _) ? filter : null;

    private static ViewFilter RandomState(Random random)
    {
        string? Any(params string?[] choices) => choices[random.Next(choices.Length)];
        var now = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        var versions = Enumerable.Range(0, random.Next(3)).Select(i => new MetadataFilter(ViewFilter.VersionKey, FilterOperator.Is, $"{118 + i}{Any("", " \"", "&")}"));
        return new ViewFilter
        {
            App = Any([null, .. Names]),
            Environment = Any([null, .. Names]),
            Filters = [.. versions, .. Enumerable.Range(0, random.Next(4)).Select(_ => LegalFilters[random.Next(LegalFilters.Length)]).Distinct()],
            Time = random.Next(3) switch
            {
                0 => ViewFilter.DefaultTime,
                1 => TimeSelection.Last(Any("15m", "1h", "7d") ?? ""),
                _ => new TimeSelection(TimeExpression.At(now.AddTicks(random.Next())), TimeExpression.Now),
            },
            TimeZone = Any(null, "UTC", "Asia/Taipei", "America/New_York"),
        };
    }

    // Two arrays with equal items are no equal members of a record.
    private static void AssertSame(ViewFilter expected, ViewFilter actual)
    {
        Assert.Equal(expected.Filters.AsEnumerable(), actual.Filters.AsEnumerable());
        Assert.Equal((expected.App, expected.Environment, expected.Time, expected.TimeZone), (actual.App, actual.Environment, actual.Time, actual.TimeZone));
    }
}
