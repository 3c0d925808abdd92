namespace RumPortal.Domain.Traces;

/// <summary>The instrumentation that made a span, for example <c>@opentelemetry/instrumentation-fetch</c>. Both are empty when unknown.</summary>
public sealed record SpanScope(string Name, string Version)
{
    public static SpanScope Unknown { get; } = new("", "");
}
