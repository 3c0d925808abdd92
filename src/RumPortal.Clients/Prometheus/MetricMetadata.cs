namespace RumPortal.Clients.Prometheus;

/// <summary>What an exporter says about a metric; nothing for metrics that came by remote write.</summary>
/// <param name="Metric">The metric's name.</param>
/// <param name="Type"><c>counter</c>, <c>gauge</c>, <c>histogram</c>, <c>summary</c>, <c>unknown</c>...</param>
/// <param name="Help">A sentence, or empty.</param>
/// <param name="Unit">Or empty.</param>
public sealed record MetricMetadata(string Metric, string Type, string Help, string Unit);
