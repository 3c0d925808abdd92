using RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

namespace RumPortal.Sandbox.Prometheus.PromQl.Functions;

/// <summary>The value of a window that has at least one sample, or null when that is not enough. The parameter is that of the query, if the function has any.</summary>
internal delegate double? RangeFunction(RangeWindow window, double parameter);
