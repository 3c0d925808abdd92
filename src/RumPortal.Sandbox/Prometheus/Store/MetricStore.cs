using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Prometheus.Store;

/// <summary>
/// All series in memory, safe for concurrent use. Samples may come in any order of time: of two at the same time of one series the later
/// append counts, so that rules can be evaluated again. When a bound is reached the oldest samples of all series go, which is counted and logged.
/// </summary>
public sealed class MetricStore(long maxSamples, int maxSeries, ILogger? logger = null)
{
    private readonly ILogger _logger = logger ?? NullLogger.Instance;
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<LabelSet, MetricSeries>> _metrics = new(StringComparer.Ordinal);
    private readonly Lock _eviction = new();
    private long _samples;
    private long _evicted;
    private int _series;

    public long SampleCount => Interlocked.Read(ref _samples);

    public int SeriesCount => Volatile.Read(ref _series);

    /// <summary>Samples that were dropped to stay within the bounds, since the start.</summary>
    public long EvictedSamples => Interlocked.Read(ref _evicted);

    /// <summary>Stores a sample; <see cref="StaleMarker.Value"/> ends a series.</summary>
    /// <param name="labels">With the metric's name under <see cref="MetricNames.Label"/>; labels with an empty value are left out.</param>
    /// <param name="timestampMs">Milliseconds since 1970.</param>
    /// <param name="value">Any number, NaN and infinities included.</param>
    public void Append(LabelSet labels, long timestampMs, double value)
    {
        var key = HasEmptyValue(labels) ? labels.Without([]) : labels;
        AppendResult result;
        do result = Series(key).Append(timestampMs, value);
        while (result == AppendResult.Closed);
        if (result == AppendResult.Replaced) return;
        if (Interlocked.Increment(ref _samples) > maxSamples) EvictSamples();
    }

    /// <summary>The series that all matchers accept and that have samples from start to end (both included), sorted by labels.</summary>
    public IReadOnlyList<SeriesSamples> Select(IReadOnlyList<LabelMatcher> matchers, long start, long end)
    {
        var found = new List<SeriesSamples>();
        foreach (var series in Matching(matchers))
        {
            var samples = series.Read(start, end);
            if (samples.Times.Length > 0) found.Add(samples);
        }

        found.Sort(static (a, b) => a.Labels.CompareTo(b.Labels));
        return found;
    }

    /// <summary>The labels of the series that all matchers accept and that have samples from start to end (both included), sorted.</summary>
    public IReadOnlyList<LabelSet> SelectLabels(IReadOnlyList<LabelMatcher> matchers, long start, long end) =>
        [.. Matching(matchers).Where(series => series.HasSamples(start, end)).Select(series => series.Labels).Order()];

    private static bool HasEmptyValue(LabelSet labels)
    {
        foreach (var label in labels.Labels)
            if (label.Value.Length == 0) return true;
        return false;
    }

    private MetricSeries Series(LabelSet labels)
    {
        var metric = _metrics.GetOrAdd(labels.ValueOrEmpty(MetricNames.Label), static _ => new());
        if (metric.TryGetValue(labels, out var series)) return series;
        var added = new MetricSeries(labels);
        series = metric.GetOrAdd(labels, added);
        if (ReferenceEquals(series, added) && Interlocked.Increment(ref _series) > maxSeries) EvictSeries(series);
        return series;
    }

    private IEnumerable<MetricSeries> Matching(IReadOnlyList<LabelMatcher> matchers)
    {
        var byName = matchers.FirstOrDefault(matcher => matcher is { Name: MetricNames.Label, Operator: MatchOperator.Equal });
        IEnumerable<MetricSeries> candidates = byName is null ? AllSeries() : _metrics.TryGetValue(byName.Value, out var metric) ? metric.Values : [];
        return candidates.Where(series => matchers.All(matcher => matcher.Matches(series.Labels.ValueOrEmpty(matcher.Name))));
    }

    private IEnumerable<MetricSeries> AllSeries() => _metrics.Values.SelectMany(metric => metric.Values);

    private void EvictSamples()
    {
        lock (_eviction)
        {
            if (SampleCount <= maxSamples) return;
            // A little below the bound, so that not every sample evicts.
            var surplus = SampleCount - (maxSamples - (maxSamples / 20));
            var dropped = 0L;
            var oldest = new PriorityQueue<MetricSeries, long>();
            foreach (var series in AllSeries())
                if (series.OldestChunk is { } chunk) oldest.Enqueue(series, chunk.Last);
            while (dropped < surplus && oldest.TryDequeue(out var series, out _))
            {
                dropped += series.DropOldestChunk();
                if (series.OldestChunk is { } next) oldest.Enqueue(series, next.Last);
                else Remove(series);
            }

            Count(dropped);
        }
    }

    private void EvictSeries(MetricSeries keep)
    {
        lock (_eviction)
        {
            if (SeriesCount <= maxSeries) return;
            var surplus = SeriesCount - (maxSeries - (maxSeries / 20));
            var dropped = 0L;
            foreach (var series in AllSeries().Where(series => series != keep).OrderBy(series => series.Newest ?? long.MaxValue).Take(surplus).ToList())
            {
                dropped += series.Close();
                Remove(series);
            }

            Count(dropped);
        }
    }

    private void Remove(MetricSeries series)
    {
        if (_metrics.TryGetValue(series.Labels.ValueOrEmpty(MetricNames.Label), out var metric) && metric.TryRemove(new(series.Labels, series))) Interlocked.Decrement(ref _series);
    }

    private void Count(long dropped)
    {
        Interlocked.Add(ref _samples, -dropped);
        Interlocked.Add(ref _evicted, dropped);
        _logger.LogWarning("The metric store is full at {MaxSamples} samples or {MaxSeries} series: dropped its {Samples} oldest samples", maxSamples, maxSeries, dropped);
    }
}
