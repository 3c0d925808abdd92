using RumPortal.Sandbox.Otlp.Spans;
using RumPortal.Sandbox.Tempo.Store;
using RumPortal.Sandbox.Tempo.TraceQl.Syntax;

namespace RumPortal.Sandbox.Tempo.TraceQl.Evaluation;

/// <summary>The values of attributes and intrinsics for a span.</summary>
internal static class FieldReader
{
    public static Value Read(FieldExpression.Attribute attribute, SpanNode node)
    {
        var (span, name) = (node.Span, attribute.Name);
        return attribute.Scope switch
        {
            AttributeScope.Span => Value.Of(span.Attributes.Find(name)),
            AttributeScope.Resource => Value.Of(span.Resource.Attributes.Find(name)),
            AttributeScope.Instrumentation => Value.Of(span.Scope.Attributes.Find(name)),
            AttributeScope.Event => OfEvents(span, name),
            AttributeScope.Link => OfLinks(span, name),
            _ => Anywhere(span, name),
        };
    }

    public static Value Read(Intrinsic intrinsic, SpanNode node) => intrinsic switch
    {
        Intrinsic.Duration => Nanoseconds(node.Span.Duration),
        Intrinsic.Name => Value.Of(node.Span.Name),
        Intrinsic.Status => Value.Of(node.Span.Status),
        Intrinsic.StatusMessage => Value.Of(node.Span.StatusMessage),
        Intrinsic.Kind => Value.Of(node.Span.Kind),
        Intrinsic.ChildCount => Value.Of(node.ChildCount),
        Intrinsic.SpanId => Value.Of(IdText.Of(node.Span.SpanId)),
        Intrinsic.ParentId => node.Span.ParentSpanId == 0 ? Value.Nil : Value.Of(IdText.Of(node.Span.ParentSpanId)),
        Intrinsic.NestedSetLeft => Value.Of(node.Left),
        Intrinsic.NestedSetRight => Value.Of(node.Right),
        Intrinsic.NestedSetParent => Value.Of(node.ParentLeft),
        Intrinsic.InstrumentationName => Value.Of(node.Span.Scope.Name),
        Intrinsic.InstrumentationVersion => Value.Of(node.Span.Scope.Version),
        Intrinsic.EventName => Value.AnyOf([.. node.Span.Events.Select(e => Value.Of(e.Name))]),
        Intrinsic.EventTimeSinceStart => Value.AnyOf([.. node.Span.Events.Select(e => Value.OfDuration(unchecked((long)(e.Time - node.Span.Start))))]),
        Intrinsic.LinkTraceId => Value.AnyOf([.. node.Span.Links.Select(link => Value.Of(IdText.Of(link.TraceId)))]),
        Intrinsic.LinkSpanId => Value.AnyOf([.. node.Span.Links.Select(link => Value.Of(IdText.Of(link.SpanId)))]),
        _ => OfTrace(intrinsic, node.Trace),
    };

    private static Value OfTrace(Intrinsic intrinsic, TraceTree trace) => intrinsic switch
    {
        Intrinsic.TraceDuration => Nanoseconds(trace.Duration),
        Intrinsic.RootName => Value.Of(trace.Root?.Name ?? ""),
        Intrinsic.RootServiceName => Value.Of(trace.Root?.Resource.ServiceName ?? ""),
        Intrinsic.TraceId => TraceId(trace.Id),
        _ => Value.Nil,
    };

    /// <summary>Both spellings find it: with the leading zeros, and without them as Tempo's own answers have it.</summary>
    private static Value TraceId(UInt128 id)
    {
        var (padded, unpadded) = (IdText.Of(id), IdText.Unpadded(id));
        return padded == unpadded ? Value.Of(padded) : Value.AnyOf([Value.Of(padded), Value.Of(unpadded)]);
    }

    private static Value Anywhere(Span span, string name)
    {
        var found = Value.Of(span.Attributes.Find(name));
        if (found.IsNil) found = Value.Of(span.Resource.Attributes.Find(name));
        if (found.IsNil) found = OfEvents(span, name);
        if (found.IsNil) found = OfLinks(span, name);
        return found.IsNil ? Value.Of(span.Scope.Attributes.Find(name)) : found;
    }

    private static Value OfEvents(Span span, string name) =>
        span.Events.Length == 0 ? Value.Nil : Value.AnyOf([.. span.Events.Select(e => Value.Of(e.Attributes.Find(name))).Where(value => !value.IsNil)]);

    private static Value OfLinks(Span span, string name) =>
        span.Links.Length == 0 ? Value.Nil : Value.AnyOf([.. span.Links.Select(link => Value.Of(link.Attributes.Find(name))).Where(value => !value.IsNil)]);

    private static Value Nanoseconds(ulong duration) => Value.OfDuration((long)Math.Min(duration, long.MaxValue));
}
