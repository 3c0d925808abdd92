namespace RumPortal.Sandbox.Otlp.Spans;

/// <summary>Spans of one resource, by their scopes: OTLP's <c>ResourceSpans</c>.</summary>
public sealed record SpanGroup(SpanResource Resource, IReadOnlyList<(InstrumentationScope Scope, IReadOnlyList<Span> Spans)> Scopes)
{
    /// <summary>Spans that came under the same resource and scope stay together, in the order of their arrival.</summary>
    public static IReadOnlyList<SpanGroup> Of(IEnumerable<Span> spans) =>
        [.. spans.GroupBy<Span, SpanResource>(span => span.Resource, ReferenceEqualityComparer.Instance).Select(resource => new SpanGroup(
            resource.Key,
            [.. resource.GroupBy<Span, InstrumentationScope>(span => span.Scope, ReferenceEqualityComparer.Instance).Select(scope => (scope.Key, (IReadOnlyList<Span>)[.. scope]))]))];
}
