namespace RumPortal.Portal.Features.Vitals;

/// <summary>What the numbers of a range are held against.</summary>
public enum ComparedPeriod
{
    /// <summary>The range before, of the same length: the previous day for the last 24 hours.</summary>
    Previous,

    /// <summary>The same days of the week before, which have the same rhythm; several weeks where the range is longer than one.</summary>
    Week,

    /// <summary>The same time with the version before the chosen one; for a filter on one version.</summary>
    Release,

    None,
}
