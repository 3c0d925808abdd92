namespace RumPortal.Storage.Views;

/// <summary>A row of <c>saved_view</c>.</summary>
internal sealed record SavedViewRow : RevisedRow
{
    public string Id { get; init; } = "";

    public string Owner { get; init; } = "";

    public string? Team { get; init; }

    public string Page { get; init; } = "";

    public string Name { get; init; } = "";

    public string Query { get; init; } = "";
}
