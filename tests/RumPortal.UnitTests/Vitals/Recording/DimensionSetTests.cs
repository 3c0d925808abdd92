using RumPortal.Domain.Vitals.Recording;

namespace RumPortal.UnitTests.Vitals.Recording;

public sealed class DimensionSetTests
{
    [Theory]
    [InlineData("browsers", "app_version", "browser_name", "browser_os")]
    [InlineData("a", "session_attr_plan")]
    [InlineData("pages-2", "page_id", "_x", "Z9")]
    public void TryCreate_UsableSet_KeepsTheOrder(string name, params string[] dimensions)
    {
        Assert.True(DimensionSet.TryCreate(name, dimensions, out var set, out _));
        Assert.Equal(dimensions, set.Dimensions);
        Assert.Equal(set, Create(name, dimensions));
    }

    [Theory]
    [InlineData("", "The name of a dimension set has up to 40 lower-case letters, digits and hyphens and starts with a letter.", "a")]
    [InlineData("Browsers", "The name of a dimension set has up to 40 lower-case letters, digits and hyphens and starts with a letter.", "a")]
    [InlineData("a\n", "The name of a dimension set has up to 40 lower-case letters, digits and hyphens and starts with a letter.", "a")]
    [InlineData("x", "A dimension set needs at least one dimension.")]
    [InlineData("x", "A dimension set has at most 6 dimensions.", "a", "b", "c", "d", "e", "f", "g")]
    [InlineData("x", "The dimension a is named twice.", "a", "b", "a")]
    [InlineData("x", "A dimension has up to 64 letters, digits and underscores and does not start with a digit or two underscores.", "9a")]
    [InlineData("x", "A dimension has up to 64 letters, digits and underscores and does not start with a digit or two underscores.", "a-b")]
    [InlineData("x", "A dimension has up to 64 letters, digits and underscores and does not start with a digit or two underscores.", "a\n")]
    [InlineData("x", "A dimension has up to 64 letters, digits and underscores and does not start with a digit or two underscores.", "__name__")]
    [InlineData("x", "app_environment is set by the rule itself.", "app_environment")]
    [InlineData("x", "le is set by the rule itself.", "le")]
    [InlineData("x", "session_id has too many values to record; filter by it in a query instead.", "browser_os", "session_id")]
    public void TryCreate_UnusableSet_SaysWhy(string name, string expected, params string[] dimensions)
    {
        Assert.False(DimensionSet.TryCreate(name, dimensions, out _, out var fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Choose_OfSeveralSets_IsTheSmallestThatHoldsAllLabels()
    {
        DimensionSets sets = new([Create("cube", "app_version", "browser_name", "browser_os"), Create("browsers", "browser_name", "app_version"), Create("pages", "page_id")]);

        Assert.Equal("pages", sets.Choose([])!.Name);
        Assert.Equal("browsers", sets.Choose(["browser_name", "app_environment", "browser_name"])!.Name);
        Assert.Equal("cube", sets.Choose(["browser_os"])!.Name);
        Assert.Null(sets.Choose(["page_id", "browser_name"]));
        Assert.Null(DimensionSets.None.Choose([]));
    }

    [Fact]
    public void Missing_OfLabels_AreThoseThatNoSetRecords()
    {
        DimensionSets sets = new([Create("browsers", "browser_name"), Create("pages", "page_id")]);

        Assert.Equal(["country"], sets.Missing(["page_id", "country", "app_name", "country"]).AsEnumerable());
    }

    private static DimensionSet Create(string name, params string[] dimensions) =>
        DimensionSet.TryCreate(name, dimensions, out var set, out var fault) ? set : throw new InvalidOperationException(fault);
}
