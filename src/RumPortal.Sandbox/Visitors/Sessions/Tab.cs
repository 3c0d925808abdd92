using RumPortal.Sandbox.Visitors.Backends;
using RumPortal.Sandbox.Visitors.Payloads;
using RumPortal.Sandbox.Visitors.Story;

namespace RumPortal.Sandbox.Visitors.Sessions;

/// <summary>
/// A browser tab with the SDK in it: knows its session, page and time, collects items and posts them in batches. A few batches are held back
/// for minutes, as sleeping laptops and dead networks do.
/// </summary>
internal sealed class Tab(Visitor visitor, DateTimeOffset start, SeededRandom random)
{
    private const double HeldShare = 0.015;

    private readonly List<VisitorItem> _items = [];
    private readonly List<BackendSpan> _backendSpans = [];
    private readonly List<VisitorBatch> _batches = [];
    private readonly bool _isInExperiment = visitor.App.Name == "shop-web" && random.Chance(0.5);
    private string? _previousSession;
    private int _pages;

    public Visitor Visitor => visitor;

    public SeededRandom Random => random;

    /// <summary>For what was added to the story later: with a stream of its own it leaves everything else as it was.</summary>
    public SeededRandom Aside { get; } = SeededRandom.Of($"aside {start.UtcTicks} {visitor.Device} {visitor.Person?.Id}");

    public DateTimeOffset Now { get; private set; } = start;

    public string SessionId { get; private set; } = random.Id(10);

    /// <summary>Id of the current document, which ties its vitals, its navigation and its resources together.</summary>
    public string NavigationId { get; set; } = "unknown";

    public Page Page { get; private set; } = Page.Open(visitor.App, visitor.App.Pages[0], random);

    public IReadOnlyList<VisitorBatch> Batches => _batches;

    private Person? User => _pages > visitor.SignsInAfter ? visitor.Person : null;

    public void Show(Page page)
    {
        Page = page;
        _pages++;
    }

    public void Wait(TimeSpan time) => Now += time;

    public void Add(VisitorItem item) => _items.Add(item);

    /// <summary>What the backends made of the tab's requests and documents.</summary>
    public void AddBackend(IEnumerable<BackendSpan> spans) => _backendSpans.AddRange(spans);

    public void AddEvent(string name, Pairs? attributes = null) => Add(new EventItem(Now, name, attributes ?? []));

    /// <summary>The session expired: a new id that names the old one in each of its lines.</summary>
    public void RenewSession()
    {
        _previousSession = SessionId;
        SessionId = random.Id(10);
    }

    /// <summary>Posts what was collected.</summary>
    public void Flush()
    {
        if (_items.Count == 0) return;
        var body = FaroBody.Write(Meta(), [.. _items.OrderBy(item => item.Time)], visitor.Skew);
        var travel = TimeSpan.FromMilliseconds(250 + random.LogNormal(120, 0.7));
        if (random.Chance(HeldShare)) travel += TimeSpan.FromSeconds(random.Between(120, 900));
        _batches.Add(new VisitorBatch(Now + travel, body, [.. _backendSpans]));
        _items.Clear();
        _backendSpans.Clear();
    }

    private PayloadMeta Meta()
    {
        var attributes = new Pairs { { "previousSession", _previousSession } };
        if (visitor.App.Name == "shop-web") attributes.Add("experiment", _isInExperiment ? "checkout-b" : "checkout-a");
        return new PayloadMeta(visitor, User)
        {
            SessionId = SessionId,
            SessionAttributes = attributes,
            PageUrl = Page.Url,
            PageId = Page.Template.Route,
            ViewName = Page.Template.View,
        };
    }
}
