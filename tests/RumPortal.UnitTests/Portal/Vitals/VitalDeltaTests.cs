using RumPortal.Domain.Vitals;
using RumPortal.Portal.Features.Vitals;
using RumPortal.UnitTests.Vitals;

namespace RumPortal.UnitTests.Portal.Vitals;

public sealed class VitalDeltaTests
{
    private static readonly VitalDensity Fast = Measurements.Density("lcp", Measurements.Lcp(500, 0, 0));
    private static readonly VitalDensity Slow = Measurements.Density("lcp", Measurements.Lcp(0, 0, 500));

    [Fact]
    public void Delta_OfSlowerPages_IsWorse()
    {
        var delta = VitalDelta.Of(Slow, Fast, 0.75);

        Assert.Equal((new VitalDelta("+4.30 s", "worse"), "▲"), (delta, delta?.Sign));
    }

    [Fact]
    public void Delta_OfFasterPages_IsBetter()
    {
        var delta = VitalDelta.Of(Fast, Slow, 0.75);

        Assert.Equal((new VitalDelta("−4.30 s", "better"), "▼"), (delta, delta?.Sign));
    }

    [Fact]
    public void Delta_ThatChanceMayExplain_IsNeither()
    {
        var delta = VitalDelta.Of(Measurements.Density("lcp", Measurements.Lcp(71, 29, 0)), Measurements.Density("lcp", Measurements.Lcp(70, 30, 0)), 0.75);

        Assert.Equal(("", "≈"), (delta?.Class, delta?.Sign));
    }

    [Fact]
    public void Delta_OfTooFewSamples_IsNone()
    {
        Assert.Null(VitalDelta.Of(Measurements.Density("lcp", Measurements.Lcp(29, 0, 0)), Slow, 0.75));
        Assert.Null(VitalDelta.Of(Fast, VitalDensity.Empty("lcp"), 0.75));
        Assert.Null(VitalDelta.Of(Fast, null, 0.75));
        Assert.Null(VitalDelta.Of(null, Slow, 0.75));
    }
}
