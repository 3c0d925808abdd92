namespace RumPortal.Portal.Features.Vitals;

/// <summary>Where numbers come from; the names are those of the API.</summary>
public enum VitalsSource
{
    /// <summary>Recorded series: as cheap for a quarter as for an hour.</summary>
    Prometheus,

    /// <summary>The lines themselves: every key, at the cost of reading them.</summary>
    Loki,

    /// <summary>Recorded series for the time since they are recorded, lines for the time before.</summary>
    Mixed,
}
