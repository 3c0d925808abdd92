using RumPortal.Sandbox.Otlp;
using RumPortal.Sandbox.Otlp.Spans;
using RumPortal.Sandbox.Tempo.Store;
using RumPortal.Sandbox.Tempo.TraceQl.Evaluation;
using RumPortal.Sandbox.Tempo.TraceQl.Metrics;

namespace RumPortal.Sandbox.Tempo;

/// <summary>
/// One Tempo: a store with what writes to it and what queries it. Needs no service container; <see cref="Api.TempoApi"/> puts its queries on
/// HTTP and <see cref="Otlp.Http.OtlpApi"/> what it takes.
/// </summary>
public sealed class TempoBackend
{
    public TempoBackend(TempoOptions? options = null, TimeProvider? clock = null, ILogger? logger = null)
    {
        Options = options ?? new();
        Clock = clock ?? TimeProvider.System;
        Store = new(Options.MaxStoredBytes, logger);
        Searcher = new(Store);
        Tags = new(Store);
        Metrics = new(Store);
    }

    public TempoOptions Options { get; }

    public TimeProvider Clock { get; }

    public TraceStore Store { get; }

    /// <summary>Searches without HTTP.</summary>
    public TraceSearcher Searcher { get; }

    internal TagIndex Tags { get; }

    internal MetricEvaluator Metrics { get; }

    /// <summary>Stores what can be stored: a span needs both its ids.</summary>
    public PushResult Push(IReadOnlyList<Span> spans)
    {
        var good = spans.Where(span => span.TraceId != 0 && span.SpanId != 0).ToList();
        Store.Add(good);
        return new(good.Count, spans.Count - good.Count);
    }
}
