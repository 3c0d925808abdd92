namespace RumPortal.Portal.Features.Vitals;

/// <summary>How the rows of a breakdown are ordered; always the most telling first.</summary>
public enum BreakdownSort
{
    /// <summary>Page views that would turn good.</summary>
    Opportunity,

    /// <summary>The worst value.</summary>
    Value,

    /// <summary>The most samples.</summary>
    Count,

    /// <summary>The largest change for the worse.</summary>
    Delta,

    /// <summary>By name.</summary>
    Name,
}
