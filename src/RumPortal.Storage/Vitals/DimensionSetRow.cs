namespace RumPortal.Storage.Vitals;

/// <summary>A row of <c>dimension_set</c>.</summary>
internal sealed record DimensionSetRow : RevisedRow
{
    public string Id { get; init; } = "";

    public string App { get; init; } = "";

    public string Name { get; init; } = "";

    public string Dimensions { get; init; } = "";
}
