using RumPortal.Domain.Vitals;

namespace RumPortal.UnitTests.Vitals;

public sealed class DensityMergeTests
{
    [Fact]
    public void Merge_OfFiftyShards_EqualsTheWhole()
    {
        var random = new Random(50);
        var values = Measurements.LogNormal(random, 100_000, 2100, 0.8);
        var whole = Measurements.Density("lcp", values);

        var shards = values.GroupBy(_ => random.Next(50)).Select(shard => Measurements.Density("lcp", shard)).ToList();
        var merged = VitalDensity.Merge("lcp", shards);

        Assert.Equal(50, shards.Count);
        Assert.Equal(whole.Edges, merged.Edges);
        Assert.Equal(whole.Counts, merged.Counts);
        Assert.Equal(whole.Shares, merged.Shares);
        Assert.All(VitalPercentile.All, percentile => Assert.Equal(whole.Percentile(percentile), merged.Percentile(percentile)));
    }

    [Fact]
    public void Merge_OfShardsThatObservedOtherEdgesOfOneUnnamedScheme_EqualsTheWhole()
    {
        // Small shards lack most buckets, as in series without a scheme.
        var random = new Random(51);
        var values = Measurements.LogNormal(random, 300, 2100, 0.8);
        var merged = VitalDensity.Merge("lcp", values.Chunk(6).Select(shard => Plain(Measurements.Density("lcp", shard), null)));
        var whole = Plain(Measurements.Density("lcp", values), null);

        Assert.False(merged.IsCoarsened);
        Assert.Equal(whole.Edges, merged.Edges);
        Assert.Equal(whole.Counts, merged.Counts);
    }

    [Fact]
    public void Merge_OfDifferentSchemes_KeepsTheCommonEdgesAndExactShares()
    {
        var old = VitalDensity.From("lcp", new Dictionary<string, double> { ["800"] = 5, ["2500"] = 3, ["4000"] = 2, ["8000"] = 1, ["+Inf"] = 1 }, "old-rules", out _);
        var current = Measurements.Density("lcp", 700, 760, 2400, 2600, 4500, 9999);

        var merged = old.Merge(current);

        Assert.True(merged.IsCoarsened);
        Assert.Null(merged.Scheme);
        Assert.Equal([2500, 4000], merged.Edges.AsEnumerable());
        Assert.Equal([11, 3, 4], merged.Counts.AsEnumerable());
        Assert.Equal(new VitalShares(11, 3, 4), merged.Shares);
    }

    [Fact]
    public void Merge_OfSeveralSchemes_DoesNotDependOnTheOrder()
    {
        var random = new Random(3);
        var parts = Enumerable.Range(0, 9)
            .Select(i => (Density: Measurements.Density("inp", Measurements.LogNormal(random, 40, 180, 1)), Scheme: new[] { null, "vitals-24", "other" }[i % 3]))
            .Select(part => part.Scheme == "vitals-24" ? part.Density : Plain(part.Density, part.Scheme))
            .ToArray();
        var expected = VitalDensity.Merge("inp", parts);

        for (var round = 0; round < 10; round++)
        {
            random.Shuffle(parts);
            var merged = VitalDensity.Merge("inp", parts);
            Assert.Equal(expected.Edges, merged.Edges);
            Assert.Equal(expected.Counts, merged.Counts);
        }
    }

    [Fact]
    public void Merge_OfACoarsenedDensityWithFinerOnes_NeverSplitsWhatWasMixed()
    {
        var mixed = Plain(Measurements.Density("lcp", 700, 2400), "a").Merge(Measurements.Density("lcp", 700));
        var fine = Plain(Measurements.Density("lcp", 290, 1200), null);

        // 1200 lies within a bucket of the mixed one; an edge there would claim to know where its values are.
        var merged = mixed.Merge(fine);

        Assert.DoesNotContain(1300, merged.Edges);
        Assert.All(merged.Edges, edge => Assert.Contains(edge, mixed.Edges));
        Assert.Equal(5, merged.Count);
    }

    [Fact]
    public void Merge_OfTwoCoarsenedDensities_KeepsWhatBothHave()
    {
        var one = Plain(Measurements.Density("lcp", 700, 2400), "a").Merge(Measurements.Density("lcp", 900));
        var other = Plain(Measurements.Density("lcp", 1200), "b").Merge(Measurements.Density("lcp", 900));
        Assert.Equal([750, 2500, 4000], one.Edges.AsEnumerable());
        Assert.Equal([1300, 2500, 4000], other.Edges.AsEnumerable());

        var merged = one.Merge(other);

        Assert.Equal([2500, 4000], merged.Edges.AsEnumerable());
        Assert.Equal([5, 0, 0], merged.Counts.AsEnumerable());
    }

    [Fact]
    public void Merge_WithAnEmptyDensity_KeepsTheEdges()
    {
        var density = Measurements.Density("lcp", 900);

        Assert.Equal(density.Edges, density.Merge(VitalDensity.Empty("lcp")).Edges);
        Assert.True(VitalDensity.Merge("lcp", []).IsEmpty);
    }

    [Fact]
    public void Merge_OfAnotherVital_Throws() => Assert.Throws<ArgumentException>(() => Measurements.Density("lcp", 1).Merge(Measurements.Density("fcp", 1)));

    /// <summary>The same counts as data of another scheme has them: only buckets that occurred.</summary>
    private static VitalDensity Plain(VitalDensity density, string? scheme) => VitalDensity.From(density.Vital,
        density.Buckets.Where(bucket => bucket.Count > 0).Select(bucket => new KeyValuePair<string, double>(bucket.Edge, bucket.Count)), scheme, out _);
}
