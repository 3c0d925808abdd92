using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Features.Vitals;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Portal.Vitals;

public sealed class VitalsPageStateTests
{
    [Theory]
    [InlineData("", "lcp 75 Previous app_version Opportunity")]
    [InlineData("vital=inp&percentile=95&compare=week&by=browser_name&sort=value", "inp 95 Week browser_name Value")]
    [InlineData("vital=cls&compare=none&sort=name", "cls 75 None app_version Name")]
    [InlineData("vital=LCP&percentile=95.0&compare=1&sort=2", "lcp 75 Previous app_version Opportunity")]
    [InlineData("vital=fid&percentile=42&compare=year&sort=&by=", "lcp 75 Previous app_version Opportunity")]
    [InlineData("vital=nonsense&vital=inp&percentile=-75&compare=Week,None", "lcp 75 Previous app_version Opportunity")]
    [InlineData("compare=WEEK&sort=COUNT", "lcp 75 Week app_version Count")]
    public void Parse_OfAnAddress_TakesWordsThatAreKnown(string query, string expected)
    {
        var state = Parse(query);

        Assert.Equal(expected, $"{state.Vital} {state.Percentile} {state.Compare} {state.By} {state.Sort}");
        Assert.Empty(state.Filter.Faults);
    }

    [Theory]
    [InlineData("1st")]
    [InlineData("a-b")]
    [InlineData("le")]
    [InlineData("__name__")]
    [InlineData("json")]
    [InlineData("<script>")]
    [InlineData("app_version\n")]
    public void Parse_OfADimensionThatNoQueryCanName_SaysSoAndKeepsTheDefault(string name)
    {
        var state = Parse($"by={Uri.EscapeDataString(name)}");

        Assert.Equal("app_version", state.By);
        Assert.Equal([$"'{name}' is no dimension: letters, digits and underscores only."], state.Filter.Faults);
    }

    [Fact]
    public void Parse_OfHostileValues_GivesAStateThatCanBeAsked()
    {
        foreach (var text in HostileTexts.All)
        {
            var value = Uri.EscapeDataString(text);
            var state = Parse($"vital={value}&percentile={value}&compare={value}&by={value}&sort={value}&app=shop-web");

            Assert.Equal(VitalsPageState.Default with { By = state.By, Filter = state.Filter }, state);
            Assert.True(DimensionNames.IsValid(state.By), text);
            Assert.True(state.By == text || state.By == VitalsPageState.DefaultDimension, text);
        }
    }

    [Fact]
    public void Parse_OfWhatToAddressWrites_IsTheSameState()
    {
        foreach (var vital in VitalNames.All)
            foreach (var percentile in VitalsPageState.Percentiles)
                foreach (var compare in Enum.GetValues<ComparedPeriod>())
                    foreach (var sort in Enum.GetValues<BreakdownSort>())
                    {
                        var state = new VitalsPageState(Filter, vital, percentile, compare, "browser_os", sort);

                        var read = Parse(new Uri("http://localhost" + state.ToAddress()).Query);

                        Assert.Equal(state with { Filter = read.Filter }, read);
                        Assert.Equal(state.ToAddress(), read.ToAddress());
                        Assert.Equal(state.Filter.Filters, read.Filter.Filters);
                    }
    }

    [Fact]
    public void ToAddress_OfDefaults_LeavesThemOut()
    {
        Assert.Equal("/vitals", VitalsPageState.Default.ToAddress());
        Assert.Equal("/vitals?vital=inp&percentile=95&compare=week&by=page_id&sort=delta",
            new VitalsPageState(new ViewFilter(), "inp", 95, ComparedPeriod.Week, "page_id", BreakdownSort.Delta).ToAddress());
    }

    private static ViewFilter Filter => new() { App = "shop & web", Filters = [new MetadataFilter("browser_name", FilterOperator.Is, "A&b=c#d?/:!,<x>"), new MetadataFilter("page_id", FilterOperator.IsNot, "購物車")] };

    private static VitalsPageState Parse(string query)
    {
        var reader = new QueryReader(query);
        return VitalsPageState.Parse(ViewFilter.Parse(reader), reader);
    }
}
