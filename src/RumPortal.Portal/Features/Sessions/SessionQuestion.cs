using System.Collections.Immutable;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Features.Sessions;

/// <summary>Which sessions are asked for.</summary>
/// <param name="App">Null for all apps of the viewer.</param>
/// <param name="User">Text that must be in the visitor's id, name or mail address, letter case aside.</param>
/// <param name="UserId">The visitor's whole id.</param>
public sealed record SessionQuestion(TimeRange Range, string? App, string? Environment, ImmutableArray<MetadataFilter> Filters, string? User = null, string? UserId = null)
{
    // What the SDK knows when a session begins, and says on each of its lines from the first one on.
    private static readonly string[] KnownFromTheStart = ["app_", "browser_", "sdk_"];

    /// <summary>
    /// Whether the line with which a session begins tells if the session is meant. A visitor may sign in later, and an error, an action or
    /// a page is on other lines: then any line may tell.
    /// </summary>
    public bool IsToldByTheStart =>
        User is null && UserId is null && Filters.All(filter => KnownFromTheStart.Any(prefix => filter.Key.StartsWith(prefix, StringComparison.Ordinal)));

    /// <summary>All conditions on metadata but <see cref="User"/>, which may be in any of three keys.</summary>
    public ImmutableArray<MetadataFilter> Conditions => UserId is null ? Filters : Filters.Add(new MetadataFilter(FaroFields.UserId, FilterOperator.Is, UserId));
}
