using RumPortal.Sandbox.Visitors.Backends;

namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>A request that a page makes, and its usual duration in milliseconds.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">With <c>{0}</c> where the page's argument goes.</param>
/// <param name="Median">Half of the requests are faster.</param>
internal sealed record ApiCall(string Method, string Url, double Median)
{
    /// <summary>What becomes of its trace, for those whom it concerns; linked for all others.</summary>
    public TraceFate Fate { get; init; }

    public Func<Visitor, bool> FateConcerns { get; init; } = _ => true;

    /// <summary>What the service behind the ingress does.</summary>
    public ServiceWork Work { get; init; } = Backends.Work.Query;

    /// <summary>Never fails: the story needs it.</summary>
    public bool IsSure { get; init; }

    /// <summary>How often a page makes it, if it is one of <see cref="PageTemplate.Besides"/>.</summary>
    public double Share { get; init; } = 1;

    public TraceFate FateFor(Visitor visitor) => FateConcerns(visitor) ? Fate : TraceFate.Linked;
}
