namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>By whose clock a tree is laid out.</summary>
public enum TraceClock
{
    /// <summary>Services whose clock is off are moved so that what they did lies within the call that caused it.</summary>
    Corrected,

    /// <summary>As the senders wrote it.</summary>
    AsRecorded,
}
