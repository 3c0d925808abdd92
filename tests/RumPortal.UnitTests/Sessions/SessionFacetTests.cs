using RumPortal.Domain.Sessions;

namespace RumPortal.UnitTests.Sessions;

public sealed class SessionFacetTests
{
    [Fact]
    public void Count_OfSessions_IsByFrequencyThenByName()
    {
        var facets = SessionFacet.Count(
        [
            Row("production", "117", "Arc", "Mac OS"), Row("production", "118", "Firefox", "Mac OS"), Row("staging", "118", "Edge", "Mac OS"), Row(null, null, "Arc", "Mac OS"),
        ]);

        Assert.Equal(["app_environment", "app_version", "browser_name", "browser_os"], facets.Select(facet => facet.Key));
        Assert.Equal(["Environment", "Version", "Browser", "OS"], facets.Select(facet => facet.Title));
        Assert.Equal([new FacetValue("production", 2), new FacetValue("staging", 1)], facets[0].Values.AsEnumerable());
        Assert.Equal([new FacetValue("Arc", 2), new FacetValue("Edge", 1), new FacetValue("Firefox", 1)], facets[2].Values.AsEnumerable());
        Assert.Equal([new FacetValue("Mac OS", 4)], facets[3].Values.AsEnumerable());
    }

    [Fact]
    public void Count_WhereNoSessionHasTheKey_LeavesOutTheFacet()
    {
        Assert.Empty(SessionFacet.Count([]));
        Assert.Equal(["browser_os"], SessionFacet.Count([Row(null, null, null, "Linux")]).Select(facet => facet.Key));
    }

    [Fact]
    public void Count_OfManyValues_KeepsTheMostFrequent()
    {
        var rows = Enumerable.Range(0, 30).SelectMany(i => Enumerable.Repeat(Row(null, null, $"Browser {i:00}", null), i + 1)).ToList();

        var facet = Assert.Single(SessionFacet.Count(rows));

        Assert.Equal(Enumerable.Range(0, 8).Select(i => new FacetValue($"Browser {29 - i:00}", 30 - i)), facet.Values);
    }

    [Fact]
    public void Count_OfValuesThatDifferInLetterCase_KeepsThemApart() =>
        Assert.Equal(["Arc", "arc"], SessionFacet.Count([Row(null, null, "arc", null), Row(null, null, "Arc", null)]).Single().Values.Select(value => value.Value));

    private static SessionRow Row(string? environment, string? version, string? browser, string? os) =>
        new("id", "shop-web", environment, version, Visitor.Anonymous, browser, os, null, FaroLines.Start, true, null);
}
