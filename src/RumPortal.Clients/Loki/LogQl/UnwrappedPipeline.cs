using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Loki.LogQl;

/// <summary><c>... | unwrap label | __error__=""</c></summary>
public sealed record UnwrappedPipeline(MetricPipeline Lines, LabelName Label);
