namespace RumPortal.Storage.Views;

/// <summary>A page's state that somebody gave a name.</summary>
/// <param name="Owner">Who keeps it; names are unique within an owner and a page.</param>
/// <param name="Team">The team that sees it too; null for a private one.</param>
/// <param name="Page">The page's name: <c>vitals</c>.</param>
/// <param name="Query">
/// The page's query string without the question mark, as it was saved. To be read like any URL: it may name what a viewer must not see.
/// </param>
public sealed record SavedView(Guid Id, string Owner, string? Team, string Page, string Name, string Query, Revision Revision);
