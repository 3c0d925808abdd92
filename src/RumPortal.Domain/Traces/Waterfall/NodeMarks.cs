namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>What is unusual about a node; each is shown, nothing is mended in silence.</summary>
[Flags]
public enum NodeMarks
{
    None = 0,

    /// <summary>Another span of the trace has the same id: sent twice, or made by a broken generator.</summary>
    RepeatedId = 1,

    /// <summary>The server's half of a call whose client's half has the same id, as Zipkin's older tracers write it.</summary>
    SharedId = 2,

    /// <summary>Its parents lead back to itself; here the ring was cut.</summary>
    RingCut = 4,

    /// <summary>It ends before it starts; shown as of no length.</summary>
    NegativeDuration = 8,

    /// <summary>Its place in the tree is concluded from path and time, not from ids.</summary>
    InferredPlace = 16,
}
