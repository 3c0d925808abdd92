using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.Sandbox.Tempo.Store;

/// <summary>How many spans of a trace are a service's, and how many of these failed.</summary>
public sealed record ServiceStatistics(string Service, int Spans, int Errors)
{
    public static IReadOnlyList<ServiceStatistics> Of(IEnumerable<Span> spans) =>
        [.. spans.GroupBy(span => span.Resource.ServiceName, StringComparer.Ordinal)
            .OrderBy(service => service.Key, StringComparer.Ordinal)
            .Select(service => new ServiceStatistics(service.Key, service.Count(), service.Count(span => span.Status == SpanStatus.Error)))];
}
