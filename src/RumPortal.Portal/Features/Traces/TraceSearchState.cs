using RumPortal.Portal.Components.Filters;

namespace RumPortal.Portal.Features.Traces;

/// <summary>The address of the trace search beside the filter bar.</summary>
public sealed record TraceSearchState(ViewFilter Filter, TraceConditions Conditions, TraceSearchView View)
{
    public static TraceSearchState Default { get; } = new(new ViewFilter(), TraceConditions.None, TraceSearchView.List);

    /// <summary>What cannot be searched for is left out, and the filter's faults say so.</summary>
    public static TraceSearchState Parse(ViewFilter filter, QueryReader query)
    {
        var faults = new List<string>();
        var conditions = TraceConditions.Parse(query, faults);
        var view = query.First("view") == "map" ? TraceSearchView.Map : TraceSearchView.List;
        return new TraceSearchState(filter with { Faults = filter.Faults.AddRange(faults) }, conditions, view);
    }

    public string ToAddress() =>
        Conditions.AddTo(Filter.ToQuery()).Add("view", View == TraceSearchView.Map ? "map" : null).On(PortalUrls.Traces);
}
