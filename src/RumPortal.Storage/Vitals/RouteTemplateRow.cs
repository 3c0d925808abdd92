namespace RumPortal.Storage.Vitals;

/// <summary>A row of <c>route_template_list</c>.</summary>
internal sealed record RouteTemplateRow : RevisedRow
{
    public string App { get; init; } = "";

    public string Patterns { get; init; } = "";
}
