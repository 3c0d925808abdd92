using RumPortal.Domain.Traces.Propagation;

namespace RumPortal.Portal.Api;

/// <summary>The requests before a chosen moment against those after it.</summary>
/// <param name="State"><c>waiting</c> (too few requests yet), <c>fixed</c>, <c>better</c>, <c>not-fixed</c> or <c>nothing-to-fix</c>.</param>
public sealed record PropagationRecheck(DateTimeOffset Since, string State, int RequestsBefore, int LinkedBefore, double? LinkedRateBefore)
{
    public static PropagationRecheck Of(Recheck recheck) =>
        new(recheck.Since, StateWords.Of(recheck.State), recheck.Before.Requests, recheck.Before.Linked, recheck.Before.Share);
}
