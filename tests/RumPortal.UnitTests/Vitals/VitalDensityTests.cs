using RumPortal.Domain.Vitals;

namespace RumPortal.UnitTests.Vitals;

public sealed class VitalDensityTests
{
    // LCP as a real server recorded it, without a scheme.
    private static readonly Dictionary<string, double> Recorded = new()
    {
        ["800"] = 44, ["1800"] = 305, ["2500"] = 108, ["3000"] = 26, ["4000"] = 26, ["8000"] = 15, ["+Inf"] = 1,
    };

    [Fact]
    public void Percentile_OfDensityWithoutScheme_InterpolatesBetweenObservedEdges()
    {
        var density = VitalDensity.From("lcp", Recorded, null, out var rejected);

        Assert.Equal(0, rejected.Total);
        Assert.Equal(525, density.Count);
        Assert.Equal([800, 1800, 2500, 3000, 4000, 8000], density.Edges.AsEnumerable());
        var p75 = density.Percentile(0.75)!.Value;
        Assert.Equal(1800 + 700 * (0.75 * 525 - 349) / 108, p75.Value, 9);
        Assert.Equal((1800, 2500, VitalRating.Good, false), (p75.Lower, p75.Upper, p75.Rating, p75.IsOverflow));
        Assert.Equal(new VitalShares(457, 52, 16), density.Shares);
    }

    [Theory]
    [InlineData(0, 0, 800)]
    [InlineData(0.5, 1800, 2500)]
    [InlineData(1, 4000, double.PositiveInfinity)]
    public void Percentile_AtTheEndsAndOnACumulativeCount_StaysInABucketWithMeasurements(double percentile, double lower, double upper)
    {
        var counts = new Dictionary<string, double> { ["800"] = 1, ["1800"] = 0, ["2500"] = 1, ["4000"] = 0, ["+Inf"] = 1 };

        var estimate = VitalDensity.From("lcp", counts, null, out _).Percentile(percentile)!.Value;

        Assert.Equal((lower, upper), (estimate.Lower, estimate.Upper));
    }

    [Fact]
    public void Percentile_InTheOverflow_IsTheLastEdgeAndSaysSo()
    {
        var estimate = VitalDensity.From("cls", new Dictionary<string, double> { ["0.1"] = 1, ["+Inf"] = 9 }, null, out _).Percentile(0.75)!.Value;

        Assert.Equal(new PercentileEstimate(0.25, 0.25, double.PositiveInfinity, VitalRating.Poor), estimate);
        Assert.True(estimate.IsOverflow);
    }

    [Fact]
    public void Percentile_InTheBucketOfZero_IsZero()
    {
        var density = Measurements.Density("cls", 0, 0, 0, 0.2);

        Assert.Equal(new PercentileEstimate(0, 0, 0, VitalRating.Good), density.Percentile(0.75));
    }

    [Fact]
    public void Percentile_WhereTheProductRoundsUp_DoesNotSlipIntoTheNextBucket()
    {
        // 0.55 * 100 is 55.000000000000007.
        var density = VitalDensity.From("lcp", new Dictionary<string, double> { ["800"] = 55, ["8000"] = 45 }, null, out _);

        Assert.Equal(800, density.Percentile(0.55)!.Value.Upper);
    }

    [Fact]
    public void Percentile_OfFractionalCounts_NeverLandsInAnEmptyOverflow()
    {
        // 0.7 + 0.1 + 0.2 is 0.9999999999999999, less than the rank of 1.
        var density = VitalDensity.From("lcp", new Dictionary<string, double> { ["800"] = 0.7, ["1800"] = 0.1, ["4000"] = 0.2 }, null, out _);

        Assert.Equal(4000, density.Percentile(1)!.Value.Value);
    }

    [Fact]
    public void Percentile_OfNothing_IsNull()
    {
        Assert.Null(VitalDensity.Empty("inp").Percentile(0.75));
        Assert.Null(VitalSummary.Of(VitalDensity.Empty("inp")).Rating);
        Assert.Null(VitalDensity.Empty("inp").Shares.ShareOf(VitalRating.Good));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Percentile_OutsideZeroToOne_Throws(double percentile) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Measurements.Density("lcp", 100).Percentile(percentile));

    [Fact]
    public void Percentile_OfManyValues_LiesInTheBucketThatHoldsTheExactQuantile()
    {
        foreach (var (vital, median, spread) in new[] { ("lcp", 1900.0, 0.7), ("inp", 130.0, 0.9), ("cls", 0.03, 1.4), ("fcp", 1100.0, 0.6), ("ttfb", 400.0, 0.8) })
        {
            var values = Measurements.LogNormal(new Random(118), 100_000, median, spread);
            var density = Measurements.Density(vital, values);

            foreach (var percentile in VitalPercentile.All)
            {
                var exact = Measurements.Quantile(values, percentile);
                var estimate = density.Percentile(percentile)!.Value;
                Assert.True(exact > estimate.Lower && exact <= estimate.Upper, $"{vital} {percentile}: {exact} is not in ({estimate.Lower}, {estimate.Upper}]");
                Assert.True(estimate.Value >= estimate.Lower && estimate.Value <= estimate.Upper);
                Assert.Equal(VitalThresholds.Of(vital)!.Value.Rate(exact), estimate.Rating);
            }
        }
    }

    [Fact]
    public void Shares_OfManyValues_AreExact()
    {
        var values = Measurements.LogNormal(new Random(7), 100_000, 2600, 0.5).Concat([2500, 2500.0001, 4000, 4000.0001]).ToArray();

        var shares = Measurements.Density("lcp", values).Shares;

        Assert.Equal(new VitalShares(values.Count(v => v <= 2500), values.Count(v => v is > 2500 and <= 4000), values.Count(v => v > 4000)), shares);
    }

    [Fact]
    public void From_CountsThatAreNone_AreLeftOutAndTold()
    {
        var counts = new Dictionary<string, double>
        {
            ["800"] = double.NaN, ["1800"] = -1, ["2500"] = double.PositiveInfinity, ["3000"] = 4, ["NaN"] = 1, ["-5"] = 1, ["two"] = 1, ["4000"] = -1e-12, ["1e3"] = 1e-12,
        };

        var density = VitalDensity.From("lcp", counts, null, out var rejected);

        Assert.Equal(4, density.Count);
        Assert.Equal(new RejectedRows(BadCounts: 3, BadEdges: 3, UnknownVitals: 0, OffGrid: 0), rejected);
        Assert.Equal("Not counted: 3 rows without a usable count, 3 rows without a usable bucket.", rejected.Sentence);
    }

    [Fact]
    public void From_EdgeThatTheNamedSchemeDoesNotHave_IsRejected()
    {
        var density = VitalDensity.From("lcp", new Dictionary<string, double> { ["2500.0"] = 3, ["2501"] = 1 }, BucketScheme.Current.Name, out var rejected);

        Assert.Equal((3, 1), (density.Count, rejected.BadEdges));
        Assert.Equal(BucketScheme.Current.Bounds["lcp"], density.Edges);
    }

    [Fact]
    public void From_EndlessEdges_AreBounded()
    {
        var density = VitalDensity.From("lcp", Enumerable.Range(1, 10_000).Select(i => new KeyValuePair<string, double>($"{i}", 1)), null, out var rejected);

        Assert.InRange(density.Edges.Length, 200, 300);
        Assert.Equal(10_000, density.Count + rejected.BadEdges);
    }

    [Fact]
    public void From_UnknownVital_Throws() => Assert.Throws<ArgumentException>(() => VitalDensity.Empty("fid"));

    [Fact]
    public void Buckets_OfADensity_AreTheHistogramWithEmptyBarsAndTheOverflow()
    {
        var density = VitalDensity.From("cls", new Dictionary<string, double> { ["0.05"] = 2, ["+Inf"] = 1 }, null, out _);

        Assert.Equal(
        [
            new VitalBucket(0, 0.05, 2, VitalRating.Good), new VitalBucket(0.05, 0.1, 0, VitalRating.Good), new VitalBucket(0.1, 0.25, 0, VitalRating.NeedsImprovement),
            new VitalBucket(0.25, double.PositiveInfinity, 1, VitalRating.Poor),
        ], density.Buckets.AsEnumerable());
        Assert.Equal(["0.05", "0.1", "0.25", "+Inf"], density.Buckets.Select(bucket => bucket.Edge));
    }
}
