using Microsoft.Extensions.Logging.Abstractions;
using RumPortal.Sandbox.Prometheus.PromQl.Evaluation;
using RumPortal.Sandbox.Prometheus.Rules;
using RumPortal.Sandbox.Prometheus.Store;

namespace RumPortal.Sandbox.Prometheus;

/// <summary>
/// One Prometheus: a store with what queries it and what records rules. Samples come from rules and from files; it scrapes nothing. Needs no
/// service container; <see cref="Api.PrometheusApi"/> puts it on HTTP.
/// </summary>
public sealed class PrometheusBackend
{
    public PrometheusBackend(PrometheusOptions? options = null, TimeProvider? clock = null, ILogger? logger = null)
    {
        Options = options ?? new();
        Clock = clock ?? TimeProvider.System;
        Store = new(Options.MaxStoredSamples, Options.MaxStoredSeries, logger ?? NullLogger.Instance);
        Engine = new(Store, Options);
        Rules = new();
        RuleEvaluator = new(Engine, Store, Clock);
    }

    public PrometheusOptions Options { get; }

    public TimeProvider Clock { get; }

    public MetricStore Store { get; }

    /// <summary>Evaluates queries without HTTP, as rules do.</summary>
    public PromQlEngine Engine { get; }

    /// <summary>The rule groups that <c>/api/v1/rules</c> shows.</summary>
    public RuleGroupRegistry Rules { get; }

    public RuleGroupEvaluator RuleEvaluator { get; }
}
