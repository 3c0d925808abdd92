namespace RumPortal.Portal.Api;

/// <summary>A page of a list.</summary>
/// <param name="Items">The page.</param>
/// <param name="Next">Give it back as <c>cursor</c> for the next page; null after the last one.</param>
/// <param name="Complete">False when a limit or a failure left out something that no next page will bring.</param>
public sealed record ListDocument<T>(IReadOnlyList<T> Items, string? Next, bool Complete);
