using System.Collections.Immutable;
using System.Globalization;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Features.Sessions;
using RumPortal.UnitTests.Sessions;

namespace RumPortal.UnitTests.Portal.Sessions;

public sealed class StripMarkTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    [Fact]
    public void Draw_OfAnySession_StaysWithinTheViewBox()
    {
        var random = new Random(132);
        for (var round = 0; round < 200; round++)
        {
            var counters = Counters([.. Enumerable.Range(0, random.Next(1, 200)).Select(_ => (random.Next(1440), (FaroCategory)random.Next(9)))]);

            foreach (var mark in StripMark.Draw(counters))
            {
                var (x, y, width, height) = (Number(mark.X), Number(mark.Y), Number(mark.Width), Number(mark.Height));
                Assert.InRange(x, 0, 132);
                Assert.InRange(y, 0, 22);
                Assert.InRange(x + width, 0, 132.01);
                Assert.InRange(y + height, 0, 22);
                Assert.True(width > 0 && height > 0, $"{mark}");
            }
        }
    }

    [Fact]
    public void Draw_OfAllCategories_PutsErrorsLastAndAtFullHeight()
    {
        var counters = Counters([.. Enum.GetValues<FaroCategory>().Select(category => (0, category))]);

        var marks = StripMark.Draw(counters).ToList();

        Assert.Equal(["request", "vital", "action", "page-view", "navigation", "error"], marks.Select(mark => mark.Class));
        Assert.Equal(("0", "22"), (marks[^1].Y, marks[^1].Height));
    }

    [Fact]
    public void Draw_OfErrorsAmongOthers_PutsEachErrorAboveAllElse()
    {
        var counters = Counters([(0, FaroCategory.Error), (0, FaroCategory.Request), (5, FaroCategory.PageView), (9, FaroCategory.Error), (9, FaroCategory.Action)]);

        Assert.Equal(["request", "action", "page-view", "error", "error"], StripMark.Draw(counters).Select(mark => mark.Class));
    }

    [Fact]
    public void Draw_OfALongSilence_MarksItBetweenTheWindows()
    {
        var marks = StripMark.Draw(Counters([(0, FaroCategory.Error), (6, FaroCategory.Error), (13, FaroCategory.Error)])).ToList();

        var idle = Assert.Single(marks, mark => mark.Class == "idle");
        // 14 windows on 130 units: the silence is from the end of window 6 to window 13.
        Assert.Equal((65.0, 55.71), (Number(idle.X), Number(idle.Width)));
        Assert.Equal("idle", marks[0].Class);
    }

    [Fact]
    public void Draw_OfOneWindow_IsOneMarkAtTheStart()
    {
        var mark = Assert.Single(StripMark.Draw(Counters([(0, FaroCategory.Action)])));

        Assert.Equal(new StripMark("action", "0", "4", "2", "14", "0.5"), mark);
    }

    [Fact]
    public void Draw_InACultureWithCommas_WritesPoints()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.DoesNotContain(StripMark.Draw(Counters([(0, FaroCategory.Vital), (1, FaroCategory.Vital), (30, FaroCategory.Vital)])), mark => $"{mark}".Contains(",5", StringComparison.Ordinal));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static SessionCounters Counters(ImmutableArray<(int Window, FaroCategory Category)> ticks)
    {
        var builder = new SessionCountersBuilder(Window);
        foreach (var (window, category) in ticks) builder.Add(FaroLines.Start + ((window + 1) * Window), category, 1, null);
        return builder.Build()!;
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
