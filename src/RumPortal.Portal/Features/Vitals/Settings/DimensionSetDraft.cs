using RumPortal.Storage.Vitals;

namespace RumPortal.Portal.Features.Vitals.Settings;

/// <summary>A dimension set as a person typed it.</summary>
/// <param name="Changed">The set that it replaces, as it was when the person began; null for a new one.</param>
/// <param name="Dimensions">Names, separated by commas or white space.</param>
public sealed record DimensionSetDraft(StoredDimensionSet? Changed, string Name, string Dimensions)
{
    private static readonly char[] Separators = [',', ';', ' ', '\t', '\r', '\n'];

    public IReadOnlyList<string> DimensionNames =>
        Dimensions.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
