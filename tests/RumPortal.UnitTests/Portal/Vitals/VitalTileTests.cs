using System.Collections.Immutable;
using AngleSharp.Dom;
using RumPortal.Domain.Vitals;
using RumPortal.Portal.Features.Vitals;
using RumPortal.UnitTests.Vitals;

namespace RumPortal.UnitTests.Portal.Vitals;

public sealed class VitalTileTests : IAsyncLifetime
{
    private readonly PortalComponents _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Tile_OfEnoughSamples_SaysValueRatingChangeAndShares()
    {
        var tile = await RenderAsync(Lcp(10, 10, 80), Lcp(100, 0, 0), "period before");

        Assert.Equal("5.49s", tile.QuerySelector(".figure")!.TextContent);
        Assert.Equal("between 4.8 s and 5.8 s: as exact as the buckets tell", tile.QuerySelector(".figure")!.GetAttribute("title"));
        Assert.Equal("Poor", tile.QuerySelector(".top .rating.poor")!.TextContent.Trim());
        Assert.Equal("▲ +4.24 s vs period before", tile.QuerySelector(".delta.worse")!.TextContent);
        Assert.Equal(["10 %", "10 %", "80 %"], tile.QuerySelectorAll(".shares .rating").Select(share => share.TextContent.Trim()));
        Assert.EndsWith("n 100", tile.QuerySelector(".shares")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("good 10 %, needs improvement 10 %, poor 80 %", tile.QuerySelector(".share-bar")!.GetAttribute("aria-label"));
        Assert.Equal(("/vitals?vital=lcp", "show LCP"), (tile.GetAttribute("href"), tile.GetAttribute("data-key-label")));
    }

    [Fact]
    public async Task Tile_OfFewSamples_IsGreyAndWithoutRating()
    {
        var tile = await RenderAsync(Lcp(0, 0, 29), Lcp(100, 0, 0), "week before");

        Assert.NotNull(tile.QuerySelector(".figure.few"));
        Assert.NotNull(tile.QuerySelector(".share-bar.few"));
        Assert.Empty(tile.QuerySelectorAll(".top .rating, .delta"));
        Assert.Contains("below 30 samples", tile.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tile_WithoutSamples_SaysSo()
    {
        foreach (var density in new[] { null, VitalDensity.Empty("lcp") })
        {
            var tile = await RenderAsync(density, Lcp(100, 0, 0), "week before");

            Assert.Equal("–", tile.QuerySelector(".figure.few")!.TextContent);
            Assert.Contains("not measured in this range", tile.TextContent, StringComparison.Ordinal);
            Assert.Empty(tile.QuerySelectorAll(".share-bar, .sparkline, .rating"));
        }
    }

    [Fact]
    public async Task Tile_WithNothingToCompare_SaysThatInsteadOfNoChange()
    {
        Assert.Contains("no week before to compare", (await RenderAsync(Lcp(100, 0, 0), null, "week before")).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("compare", (await RenderAsync(Lcp(100, 0, 0), null, "")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tile_BeyondTheLastEdge_SaysOver()
    {
        var tile = await RenderAsync(Measurements.Density("lcp", Enumerable.Repeat(60_000.0, 40)), null, "");

        Assert.Equal("> 20.00s", tile.QuerySelector(".figure")!.TextContent);
        Assert.Equal("above 20 s, the last edge that is recorded", tile.QuerySelector(".figure")!.GetAttribute("title"));
    }

    private static VitalDensity Lcp(int good, int middle, int poor) => Measurements.Density("lcp", Measurements.Lcp(good, middle, poor));

    private async Task<IElement> RenderAsync(VitalDensity? now, VitalDensity? before, string comparedWith)
    {
        ImmutableArray<double?> trend = [1, null, 2, 3];
        await _portal.RenderAsync<VitalTile>(
            ("Vital", "lcp"), ("Now", now), ("Before", before), ("Percentile", 0.75), ("ComparedWith", comparedWith), ("Trend", trend), ("Address", "/vitals?vital=lcp"), ("Key", "1"));
        Assert.Empty(_portal.Renderer.Unhandled);
        return (await _portal.Renderer.DocumentAsync()).QuerySelector("a.tile")!;
    }
}
