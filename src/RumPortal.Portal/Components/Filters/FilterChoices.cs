namespace RumPortal.Portal.Components.Filters;

/// <summary>What the filter bar offers. It is a help only: any name may stand in the address.</summary>
/// <param name="WhyEmpty">A sentence for an empty list.</param>
public sealed record FilterChoices(IReadOnlyList<string> Apps, IReadOnlyList<string> Environments, IReadOnlyList<string> Versions, string WhyEmpty)
{
    public static FilterChoices None { get; } = new([], [], [], "reading…");

    /// <summary>With the versions that were seen in what was read, the highest name first.</summary>
    public FilterChoices WithVersions(IEnumerable<string?> seen) =>
        this with { Versions = [.. seen.OfType<string>().Distinct(StringComparer.Ordinal).OrderDescending(StringComparer.Ordinal)] };
}
