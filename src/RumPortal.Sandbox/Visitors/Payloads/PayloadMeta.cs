using RumPortal.Sandbox.Visitors.Story;

namespace RumPortal.Sandbox.Visitors.Payloads;

/// <summary>What the SDK knows at the moment it sends a batch.</summary>
internal sealed record PayloadMeta(Visitor Visitor, Person? User)
{
    public required string SessionId { get; init; }

    public required Pairs SessionAttributes { get; init; }

    public required Uri PageUrl { get; init; }

    public required string PageId { get; init; }

    public required string ViewName { get; init; }

    public AppProfile App => Visitor.App;

    public BrowserProfile Browser => Visitor.Browser;
}
