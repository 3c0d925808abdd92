using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>Which keys vitals can be split by.</summary>
public static class DimensionNames
{
    private static readonly string[] Taken = [DensityLabels.Vital, DensityLabels.Edge, DensityLabels.Scheme, "v", "dimensions"];

    /// <summary>A key that lines may have and queries can name, and none of the labels that counts set themselves.</summary>
    public static bool IsValid(string name) =>
        !Taken.Contains(name) && LabelName.TryParse(name, out _) && !name.StartsWith("__", StringComparison.Ordinal) && MetadataFilter.TryParse($"{name}:any", out var filter, out _) && filter.Key == name;
}
