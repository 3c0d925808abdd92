using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;
using RumPortal.Domain.Vitals.Comparison;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Features.Vitals;
using RumPortal.UnitTests.Vitals;

namespace RumPortal.UnitTests.Portal.Vitals;

public sealed class CellFilterTests
{
    private static readonly MetadataFilter Language = new("browser_language", FilterOperator.Is, "de");

    [Fact]
    public void Narrow_ToACell_ReplacesConditionsOnItsKeysAlone()
    {
        var filter = new ViewFilter { App = "shop-web", Filters = [new("app_version", FilterOperator.Is, "117"), Language, new("browser_os", FilterOperator.IsNot, "Linux")] };

        var narrowed = CellFilter.Narrow(filter, Part("118", "Arc", "Mac OS"));

        Assert.Equal(
            [Language, new("app_version", FilterOperator.Is, "118"), new("browser_name", FilterOperator.Is, "Arc"), new MetadataFilter("browser_os", FilterOperator.Is, "Mac OS")],
            narrowed.Filters);
        Assert.Equal("shop-web", narrowed.App);
    }

    [Fact]
    public void Narrow_ToACellWithoutALabel_LeavesItOpen()
    {
        var linux = new MetadataFilter("browser_os", FilterOperator.Is, "Linux");

        var narrowed = CellFilter.Narrow(new ViewFilter { Filters = [linux] }, Part("118", new string('x', MetadataFilter.LongestValue + 1), ""));

        Assert.Equal([linux, new MetadataFilter("app_version", FilterOperator.Is, "118")], narrowed.Filters);
    }

    [Fact]
    public void SessionsOf_ACell_AreThoseOfItsConditions() => Assert.Equal(
        "/sessions?app=shop-web&version=118&filter=browser_name:A%26b%3Dc&filter=browser_os:Mac%20OS",
        CellFilter.SessionsOf(new ViewFilter { App = "shop-web" }, Part("118", "A&b=c", "Mac OS")));

    private static CubePart Part(string version, string browser, string os) =>
        new(version, browser, os, VitalSummary.Of(Measurements.Density("lcp", Measurements.Lcp(1, 0, 0))), null, null);
}
