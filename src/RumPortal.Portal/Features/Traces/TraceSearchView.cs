namespace RumPortal.Portal.Features.Traces;

/// <summary>How found traces are shown below the chart.</summary>
public enum TraceSearchView
{
    List,
    Map,
}
