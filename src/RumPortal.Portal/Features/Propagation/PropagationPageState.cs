using RumPortal.Domain.Querying;
using RumPortal.Portal.Components.Filters;

namespace RumPortal.Portal.Features.Propagation;

/// <summary>The address of <c>/propagation</c> beside the filter bar.</summary>
/// <remarks><code>?by=version&amp;origin=https://api.example.test&amp;route=/cart/items&amp;since=2026-11-23T09:00:00Z</code></remarks>
/// <param name="Filter">What the filter bar holds.</param>
/// <param name="ByVersion">Whether the rows of the matrix are versions of the app instead of routes.</param>
/// <param name="Origin">The chosen column; <see cref="Documents"/> for the loads of documents; null for the worst cell.</param>
/// <param name="Row">The chosen row: a route, or a version with <paramref name="ByVersion"/>.</param>
/// <param name="Since">The moment from which on a fix is watched.</param>
public sealed record PropagationPageState(ViewFilter Filter, bool ByVersion, string? Origin, string? Row, DateTimeOffset? Since)
{
    /// <summary>Stands for an origin in the column of document loads.</summary>
    public const string Documents = "document";

    public static PropagationPageState Default { get; } = new(new ViewFilter(), false, null, null, null);

    /// <summary>A moment that cannot be read is among the filter's faults.</summary>
    public static PropagationPageState Parse(ViewFilter filter, QueryReader query)
    {
        DateTimeOffset? since = null;
        if (query.First("since") is { } text)
        {
            if (TimeExpression.TryParse(text, out var moment) && !moment.IsRelative) since = moment.Resolve(default);
            else filter = filter with { Faults = filter.Faults.Add($"since: '{QueryReader.Shorten(text)}' is no instant. Use 2026-11-23T09:00:00Z.") };
        }
        var (origin, row) = (query.First("origin"), query.First("row"));
        return new PropagationPageState(filter, query.First("by") == "version", row is null ? null : origin, origin is null ? null : row, since);
    }

    public string ToAddress() => Filter.ToQuery()
        .Add("by", ByVersion ? "version" : null)
        .Add("origin", Origin)
        .Add("row", Row)
        .Add("since", Since is { } moment ? TimeExpression.At(moment).ToString() : null)
        .On(PortalUrls.Propagation);

    /// <summary>The same page with a cell chosen.</summary>
    public string AddressOf(string origin, string row) => (this with { Origin = origin, Row = row }).ToAddress();
}
