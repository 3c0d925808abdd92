namespace RumPortal.Sandbox.Visitors.Payloads;

/// <summary>Something a browser reports. <paramref name="Time"/> is true time; the payload shows it by the browser's clock.</summary>
internal abstract record VisitorItem(DateTimeOffset Time);

internal sealed record LogItem(DateTimeOffset Time, string Level, string Message, Pairs Context) : VisitorItem(Time);

internal sealed record EventItem(DateTimeOffset Time, string Name, Pairs Attributes, TraceLink? Trace = null) : VisitorItem(Time);

internal sealed record MeasurementItem(DateTimeOffset Time, string Type, IReadOnlyList<(string Name, double Value)> Values, Pairs Context)
    : VisitorItem(Time);

internal sealed record ExceptionItem(
    DateTimeOffset Time, string Type, string Value, IReadOnlyList<Frame> Frames, Pairs Context, TraceLink? Trace = null) : VisitorItem(Time);

/// <summary>A finished client span of a fetch or XHR.</summary>
internal sealed record SpanItem(DateTimeOffset Start, DateTimeOffset Time, TraceLink Trace, string Scope, string Method, Uri Url, int Status)
    : VisitorItem(Time)
{
    public bool Failed => Status is 0 or >= 400;

    /// <summary>The user action in which the request was made.</summary>
    public UserAction? Action { get; init; }
}

/// <summary>A user action as spans name it.</summary>
internal sealed record UserAction(string Name, string Id);

internal sealed record TraceLink(string TraceId, string SpanId);

internal sealed record Frame(string Function, string Filename, int Line, int Column);
