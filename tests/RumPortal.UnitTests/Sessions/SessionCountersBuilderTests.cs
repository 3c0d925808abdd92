using RumPortal.Domain.Faro;
using RumPortal.Domain.Sessions;

namespace RumPortal.UnitTests.Sessions;

public sealed class SessionCountersBuilderTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    [Fact]
    public void Build_OfNothing_IsNothing()
    {
        var builder = new SessionCountersBuilder(Window);
        builder.Add(FaroLines.Start, FaroCategory.Log, 0, null);
        builder.Add(FaroLines.Start, FaroCategory.Vital, -3, "lcp");

        Assert.Null(builder.Build());
    }

    [Fact]
    public void Build_OfWindowsInAnyOrder_AddsThemUpByTime()
    {
        var builder = new SessionCountersBuilder(Window);
        builder.Add(FaroLines.Start.AddSeconds(60), FaroCategory.Error, 1, null);
        builder.Add(FaroLines.Start.AddSeconds(10), FaroCategory.Navigation, 1, null);
        builder.Add(FaroLines.Start.AddSeconds(20), FaroCategory.PageView, 2, null);
        builder.Add(FaroLines.Start.AddSeconds(10), FaroCategory.Navigation, 2, null);

        var counters = builder.Build()!;

        Assert.Equal((FaroLines.Start, FaroLines.Start.AddSeconds(60), TimeSpan.FromSeconds(60)), (counters.Start, counters.End, counters.Duration));
        Assert.Equal((5, 3, 1, 0), (counters.Pages, counters.CountOf(FaroCategory.Navigation), counters.CountOf(FaroCategory.Error), counters.CountOf(FaroCategory.Log)));
        Assert.Equal(
        [
            new SessionTick(FaroLines.Start, FaroCategory.Navigation, 3), new SessionTick(FaroLines.Start.AddSeconds(10), FaroCategory.PageView, 2),
            new SessionTick(FaroLines.Start.AddSeconds(50), FaroCategory.Error, 1),
        ], counters.Ticks.AsEnumerable());
    }

    [Fact]
    public void ActiveShare_OfWindows_IsTheShareOfThoseWithALine()
    {
        var builder = new SessionCountersBuilder(Window);
        builder.Add(FaroLines.Start.AddSeconds(10), FaroCategory.Log, 7, null);
        builder.Add(FaroLines.Start.AddSeconds(10), FaroCategory.Error, 1, null);
        builder.Add(FaroLines.Start.AddSeconds(80), FaroCategory.Log, 1, null);

        Assert.Equal(0.25, builder.Build()!.ActiveShare);
    }

    [Fact]
    public void PoorVitals_OfReports_AreNamedOnceCoreVitalsFirst()
    {
        var builder = new SessionCountersBuilder(Window);
        foreach (var (name, second) in new[] { ("ttfb", 10), ("inp", 20), ("ttfb", 30), ("lcp", 40), ("fid", 50), ("nonsense", 60) })
            builder.Add(FaroLines.Start.AddSeconds(second), FaroCategory.Vital, 1, name);

        var counters = builder.Build()!;

        Assert.Equal(["lcp", "inp", "ttfb"], counters.PoorVitals.AsEnumerable());
        Assert.Equal(6, counters.CountOf(FaroCategory.Vital));
    }
}
