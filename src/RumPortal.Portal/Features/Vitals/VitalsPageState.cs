using System.Globalization;
using RumPortal.Domain.Vitals;
using RumPortal.Portal.Components.Filters;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>The address of <c>/vitals</c> beside the filter bar.</summary>
/// <remarks><code>?vital=inp&amp;percentile=95&amp;compare=week&amp;by=browser_name&amp;sort=p75</code></remarks>
/// <param name="Filter">What the filter bar holds.</param>
/// <param name="Vital">The vital that chart, breakdown and evidence are about, lower case.</param>
/// <param name="Percentile">A whole number of per cent, one of <see cref="Percentiles"/>.</param>
/// <param name="Compare">What the numbers are held against.</param>
/// <param name="By">The dimension of the breakdown.</param>
/// <param name="Sort">How the rows of the breakdown are ordered.</param>
public sealed record VitalsPageState(
    ViewFilter Filter, string Vital, int Percentile, ComparedPeriod Compare, string By, BreakdownSort Sort)
{
    public const string DefaultDimension = "app_version";

    private const int DefaultPercentile = 75;

    public static VitalsPageState Default { get; } =
        new(new ViewFilter(), VitalNames.All[0], DefaultPercentile, ComparedPeriod.Previous, DefaultDimension, BreakdownSort.Opportunity);

    public static IReadOnlyList<int> Percentiles { get; } = [50, 75, 90, 95, 99];

    /// <summary>The percentile as a share of one.</summary>
    public double Quantile => Percentile / 100.0;

    /// <summary>Words that are not known leave the default in place; a dimension that no query could name is among the filter's faults.</summary>
    public static VitalsPageState Parse(ViewFilter filter, QueryReader query)
    {
        var by = query.First("by");
        if (by is not null && !DimensionNames.IsValid(by))
        {
            filter = filter with { Faults = filter.Faults.Add($"'{QueryReader.Shorten(by)}' is no dimension: letters, digits and underscores only.") };
            by = null;
        }
        return new VitalsPageState(
            filter,
            VitalNames.All.FirstOrDefault(name => name == query.First("vital"), Default.Vital),
            Percentiles.FirstOrDefault(p => p.ToString(CultureInfo.InvariantCulture) == query.First("percentile"), DefaultPercentile),
            Word(query.First("compare"), Default.Compare),
            by ?? DefaultDimension,
            Word(query.First("sort"), Default.Sort));
    }

    public string ToAddress() => Filter.ToQuery()
        .Add("vital", Vital == Default.Vital ? null : Vital)
        .Add("percentile", Percentile == DefaultPercentile ? null : Percentile.ToString(CultureInfo.InvariantCulture))
        .Add("compare", Word(Compare, Default.Compare))
        .Add("by", By == DefaultDimension ? null : By)
        .Add("sort", Word(Sort, Default.Sort))
        .On(PortalUrls.Vitals);

    // By name alone: parsing an enumeration would take numbers too.
    private static T Word<T>(string? text, T fallback) where T : struct, Enum =>
        Enum.GetValues<T>().FirstOrDefault(value => value.ToString().Equals(text, StringComparison.OrdinalIgnoreCase), fallback);

    private static string? Word<T>(T value, T fallback) where T : struct, Enum =>
        EqualityComparer<T>.Default.Equals(value, fallback) ? null : value.ToString().ToLowerInvariant();
}
