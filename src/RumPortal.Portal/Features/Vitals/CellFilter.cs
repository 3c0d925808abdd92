using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals.Comparison;
using RumPortal.Portal.Components.Filters;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>From a cell of the cube to the conditions that its measurements pass.</summary>
public static class CellFilter
{
    /// <summary>The filter narrowed to the cell. A label that the cell's measurements lack cannot be a condition and is left open.</summary>
    public static ViewFilter Narrow(ViewFilter filter, CubePart part)
    {
        var conditions = Conditions(part).ToList();
        var others = filter.Filters.RemoveAll(other => conditions.Exists(condition => condition.Key == other.Key));
        return filter with { Filters = [.. others, .. conditions] };
    }

    public static string SessionsOf(ViewFilter filter, CubePart part) => PortalUrls.SessionsOf(Narrow(filter, part));

    private static IEnumerable<MetadataFilter> Conditions(CubePart part) =>
        new (string Key, string Value)[] { (CubeAxes.Default.Row, part.Row), (CubeAxes.Default.Column, part.Column), (CubeAxes.Default.Split, part.Split) }
            .Where(label => label.Value.Length is > 0 and <= MetadataFilter.LongestValue)
            .Select(label => new MetadataFilter(label.Key, FilterOperator.Is, label.Value));
}
