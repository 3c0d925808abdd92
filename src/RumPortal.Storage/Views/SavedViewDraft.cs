namespace RumPortal.Storage.Views;

/// <summary>What a person decides about a saved view; the rest is kept by the store.</summary>
/// <param name="Team">The team to share it with; null keeps it private.</param>
public sealed record SavedViewDraft(string Page, string Name, string Query, string? Team = null);
