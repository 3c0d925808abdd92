using RumPortal.Portal.Components.Filters;

namespace RumPortal.Portal.Features.Sessions;

/// <summary>The address of the session list beside the filter bar.</summary>
/// <param name="User">Text to be found in the visitor's id, name or mail address; null for everyone.</param>
/// <param name="Sort">Order of what is loaded.</param>
public sealed record SessionListState(ViewFilter Filter, string? User, SessionSort Sort)
{
    public const int LongestUser = 200;

    public static SessionListState Parse(ViewFilter filter, QueryReader query) => new(
        filter,
        query.First("user")?.Trim() is { Length: > 0 and <= LongestUser } user ? user : null,
        Enum.TryParse<SessionSort>(query.First("sort"), ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : SessionSort.Newest);

    public string ToAddress() => Filter.ToQuery()
        .Add("user", User)
        .Add("sort", Sort == SessionSort.Newest ? null : Sort.ToString().ToLowerInvariant())
        .On(PortalUrls.Sessions);
}
