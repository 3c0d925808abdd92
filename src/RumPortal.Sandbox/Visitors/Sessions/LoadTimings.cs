using RumPortal.Sandbox.Visitors.Story;

namespace RumPortal.Sandbox.Visitors.Sessions;

/// <summary>How a document loaded, in milliseconds after its start (CLS has no unit). Sums hold: each vital's parts add up to it.</summary>
internal sealed record LoadTimings(double Ttfb, double Fcp, double Lcp, double Cls, double Inp)
{
    public static LoadTimings Draw(Visitor visitor, PageTemplate page, SeededRandom random)
    {
        var slowness = visitor.Browser.Slowness * (random.Chance(0.025) ? 3 : 1);
        var ttfb = Tenths(Math.Max(25, random.LogNormal(180, 0.55) * slowness));
        var fcp = Tenths(ttfb + (random.LogNormal(430, 0.45) * slowness));
        var lcp = Math.Max(fcp, Tenths(ttfb + (random.LogNormal(950, 0.5) * slowness * page.Weight)));
        var inp = EventTiming(random.LogNormal(85, 0.6) * slowness);
        if (IsTheBadRelease(visitor))
        {
            lcp = Tenths(Math.Max(fcp, random.LogNormal(3800, 0.4)));
            inp = EventTiming(random.LogNormal(430, 0.4));
        }

        return new LoadTimings(ttfb, fcp, lcp, LayoutShift(visitor, page, random), inp);
    }

    private static bool IsTheBadRelease(Visitor visitor) => visitor is { App.Name: "shop-web", Version: "118", Browser.IsArcOnMac: true };

    // The table of invoices jumps when its totals arrive.
    private static double LayoutShift(Visitor visitor, PageTemplate page, SeededRandom random)
    {
        var shift = visitor.App.Name == "account-portal" && page.View == "invoices" ? random.LogNormal(0.17, 0.4)
            : random.Chance(0.7) ? random.LogNormal(0.012, 0.8)
            : random.LogNormal(0.06, 0.6);
        return Math.Round(Math.Min(shift, 1.5), 4);
    }

    // Browsers round the duration of an interaction to 8 ms.
    private static double EventTiming(double milliseconds) => Math.Ceiling(milliseconds / 8) * 8;

    // The precision that browsers give without cross-origin isolation.
    private static double Tenths(double milliseconds) => Math.Round(milliseconds, 1);
}
