using System.Collections.Immutable;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Components.Time;

namespace RumPortal.Portal.Components.Filters;

/// <summary>
/// What the filter bar holds, on every page: the address is its only store. <see cref="Parse"/> and <see cref="ToQuery"/> are inverses.
/// </summary>
/// <remarks>
/// <code>?app=shop-web&amp;environment=production&amp;from=now-6h&amp;to=now&amp;tz=Asia/Taipei&amp;version=118&amp;filter=browser_name:Arc&amp;filter=!browser_os:Linux</code>
/// <c>version=118</c> is the short form of <c>filter=app_version:118</c>. The default range, the last 24 hours, is left out.
/// </remarks>
public sealed record ViewFilter
{
    public const string VersionKey = "app_version";

    /// <summary>More conditions than this make no sensible query.</summary>
    public const int MostFilters = 32;

    public static readonly TimeSelection DefaultTime = TimeSelection.Last("24h");

    public string? App { get; init; }

    public string? Environment { get; init; }

    public ImmutableArray<MetadataFilter> Filters { get; init; } = [];

    public TimeSelection Time { get; init; } = DefaultTime;

    /// <summary>IANA zone chosen for display; null means the browser's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>What the address asked for and could not be understood; a sentence each. Such parts are left out, and the page says so.</summary>
    public ImmutableArray<string> Faults { get; init; } = [];

    public IEnumerable<string> Versions => Filters.Where(f => f is { Key: VersionKey, Operator: FilterOperator.Is }).Select(f => f.Value);

    public bool Has(MetadataFilter filter) => Filters.Contains(filter);

    public ViewFilter With(MetadataFilter filter) => Has(filter) ? this : this with { Filters = Filters.Add(filter) };

    public ViewFilter Without(MetadataFilter filter) => this with { Filters = Filters.Remove(filter) };

    public ViewFilter Toggle(MetadataFilter filter) => Has(filter) ? Without(filter) : With(filter);

    /// <summary>One version, or any: replaces every condition on the version.</summary>
    public ViewFilter WithVersion(string? version)
    {
        var others = Filters.RemoveAll(f => f.Key == VersionKey);
        return this with { Filters = version is null ? others : others.Insert(0, new MetadataFilter(VersionKey, FilterOperator.Is, version)) };
    }

    public static ViewFilter Parse(QueryReader query)
    {
        var faults = ImmutableArray.CreateBuilder<string>();
        var filters = ImmutableArray.CreateBuilder<MetadataFilter>();
        foreach (var text in query.All("version").Select(version => $"{VersionKey}:{version}").Concat(query.All("filter")))
        {
            if (!MetadataFilter.TryParse(text, out var filter, out var fault)) faults.Add(fault);
            else if (!LabelName.TryParse(filter.Key, out _)) faults.Add($"'{filter.Key}' is a word of the query language and cannot be filtered by.");
            else if (filters.Count == MostFilters) faults.Add($"Only the first {MostFilters} filters are used.");
            else if (!filters.Contains(filter)) filters.Add(filter);
        }
        return new ViewFilter
        {
            App = query.Name("app", faults),
            Environment = query.Name("environment", faults),
            Filters = filters.ToImmutable(),
            Time = ParseTime(query, faults),
            TimeZone = ParseZone(query.First("tz"), faults),
            Faults = faults.Distinct().ToImmutableArray(),
        };
    }

    /// <summary>The query string of this state, without a leading question mark; empty for the default state.</summary>
    public QueryWriter ToQuery()
    {
        var query = new QueryWriter().Add("app", App).Add("environment", Environment);
        if (Time != DefaultTime) query.Add("from", Time.From.ToString()).Add("to", Time.To.ToString());
        query.Add("tz", TimeZone);
        foreach (var filter in Filters)
            if (filter is { Key: VersionKey, Operator: FilterOperator.Is }) query.Add("version", filter.Value);
            else query.Add("filter", filter.ToString());
        return query;
    }

    private static TimeSelection ParseTime(QueryReader query, ImmutableArray<string>.Builder faults)
    {
        var from = ParseEnd(query.First("from"), DefaultTime.From, faults);
        var to = ParseEnd(query.First("to"), DefaultTime.To, faults);
        return new TimeSelection(from, to);
    }

    private static string? ParseZone(string? name, ImmutableArray<string>.Builder faults)
    {
        if (name is null || UserClock.TryFindZone(name, out _)) return name;
        faults.Add($"'{QueryReader.Shorten(name)}' is not a known time zone. Use a name such as Asia/Taipei.");
        return null;
    }

    private static TimeExpression ParseEnd(string? text, TimeExpression fallback, ImmutableArray<string>.Builder faults)
    {
        if (text is null) return fallback;
        if (TimeExpression.TryParse(text, out var end)) return end;
        faults.Add($"'{QueryReader.Shorten(text)}' is no time. Use now-6h or 2026-11-23T09:00:00Z.");
        return fallback;
    }
}
