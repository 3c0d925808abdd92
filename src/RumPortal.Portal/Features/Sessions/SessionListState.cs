using RumPortal.Portal.Components.Filters;

namespace RumPortal.Portal.Features.Sessions;

/// <summary>The address of the session list beside the filter bar.</summary>
/// <param name="User">Text to be found in the visitor's id, name or mail address; null for everyone.</param>
/// <param name="Sort">Order of what is loaded.</param>
public sealed record SessionListState(ViewFilter Filter, string? User, SessionSort Sort)
{
    public const int LongestUser = 200;

    /// <summary>A user that cannot be searched for is left out, and the filter's faults say so.</summary>
    public static SessionListState Parse(ViewFilter filter, QueryReader query)
    {
        var user = query.First("user")?.Trim();
        if (user is { Length: > LongestUser })
            (user, filter) = (null, filter with { Faults = filter.Faults.Add($"The user to be found is longer than {LongestUser} characters.") });
        return new SessionListState(filter, string.IsNullOrEmpty(user) ? null : user, ParseSort(query.First("sort")));
    }

    public string ToAddress() => Filter.ToQuery()
        .Add("user", User)
        .Add("sort", Sort == SessionSort.Newest ? null : Sort.ToString().ToLowerInvariant())
        .On(PortalUrls.Sessions);

    // By name alone: parsing the enumeration would take numbers too.
    private static SessionSort ParseSort(string? text) =>
        Enum.GetValues<SessionSort>().FirstOrDefault(sort => sort.ToString().Equals(text, StringComparison.OrdinalIgnoreCase), SessionSort.Newest);
}
