using RumPortal.Sandbox.Visitors.Backends;
using RumPortal.Sandbox.Visitors.Story;

namespace RumPortal.Sandbox.Visitors.Sessions;

/// <summary>A visit of the shop's staff for one report over all orders: short in the browser, very long in the backend's trace.</summary>
internal static class ExportVisit
{
    /// <param name="story">Decides how the request ends.</param>
    /// <param name="work">What the service does for the report.</param>
    /// <param name="start">When the tab is opened.</param>
    /// <param name="random">The visit's own.</param>
    public static IReadOnlyList<VisitorBatch> Play(Storyline story, ServiceWork work, DateTimeOffset start, SeededRandom random)
    {
        var app = ShopWeb.Profile;
        var tab = new Tab(Visitor.Staff(app, Person.All[30], random), start, random);
        tab.Show(Page.Open(app, app.Page("/orders/:id"), random));
        tab.AddEvent("session_start");
        var duration = new Requests(tab, story).Send(ShopWeb.OrderExport(work), TimeSpan.FromMilliseconds(40));
        tab.Wait(duration + TimeSpan.FromMilliseconds(60));
        tab.Flush();
        return tab.Batches;
    }
}
