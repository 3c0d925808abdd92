namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>What every span, event, link or trace has without attributes.</summary>
public enum Intrinsic
{
    Duration,
    Name,
    Status,
    StatusMessage,
    Kind,
    ChildCount,
    Parent,
    SpanId,
    ParentId,
    NestedSetLeft,
    NestedSetRight,
    NestedSetParent,
    TraceDuration,
    TraceId,
    RootName,
    RootServiceName,
    EventName,
    EventTimeSinceStart,
    LinkTraceId,
    LinkSpanId,
    InstrumentationName,
    InstrumentationVersion,
}
