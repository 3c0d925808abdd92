using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki.LogQl.Pipeline;
using RumPortal.Sandbox.Loki.LogQl.Syntax;
using RumPortal.Sandbox.Loki.Store;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>Answers log queries: merges the streams by time, runs each line through the pipeline, and stops at the limit.</summary>
internal sealed class LogEvaluator
{
    private const int CancellationInterval = 1024;

    private readonly LogQueryParameters _parameters;
    private readonly QueryStatistics _statistics;
    private readonly LinePipeline _pipeline;
    private readonly Dictionary<LabelSet, List<ResultEntry>> _streams = [];
    private readonly List<Label> _scratch = [];
    private long? _lastTimestamp;

    public LogEvaluator(LogSelector selector, LogQueryParameters parameters, QueryStatistics statistics)
    {
        (_parameters, _statistics) = (parameters, statistics);
        _pipeline = new(selector.Stages);
    }

    public StreamsResult Evaluate(IReadOnlyList<LogStream> streams, CancellationToken cancellation)
    {
        var queue = new PriorityQueue<EntryCursor, (long Time, int Stream)>();
        for (var i = 0; i < streams.Count; i++)
        {
            var segments = streams[i].Read(_parameters.Start, _parameters.End);
            _statistics.Chunks += segments.Count;
            Enqueue(queue, new(streams[i], segments, _parameters.Forward), i);
        }

        for (long seen = 0; _statistics.Entries < _parameters.Limit && queue.TryDequeue(out var cursor, out var priority); seen++)
        {
            if (seen % CancellationInterval == 0) cancellation.ThrowIfCancellationRequested();
            Take(cursor);
            Enqueue(queue, cursor, priority.Stream);
        }

        var result = _streams.OrderBy(stream => stream.Key.ToString(), StringComparer.Ordinal).Select(stream => new ResultStream(stream.Key, stream.Value));
        return new([.. result], _parameters.Categorize);
    }

    private void Enqueue(PriorityQueue<EntryCursor, (long Time, int Stream)> queue, EntryCursor cursor, int stream)
    {
        if (!cursor.MoveNext()) return;
        var time = cursor.Current.Timestamp;
        // The complement turns the order round without the overflow of a negation.
        queue.Enqueue(cursor, _parameters.Forward ? (time, stream) : (~time, stream));
    }

    private void Take(EntryCursor cursor)
    {
        var entry = cursor.Current;
        _statistics.CountLine(entry);
        if (!_pipeline.TryProcess(cursor.Stream.Labels, entry, out var line)) return;
        _statistics.CountPassed();
        if (!IsFarEnough(entry.Timestamp)) return;
        _lastTimestamp = entry.Timestamp;
        _statistics.Entries++;
        var labels = _pipeline.Labels;
        var key = Key(labels);
        if (!_streams.TryGetValue(key, out var entries)) _streams.Add(key, entries = []);
        entries.Add(_parameters.Categorize
            ? new(entry.Timestamp, line.ToArray(), LabelSet.Of(labels.Metadata), ParsedOf(labels))
            : new(entry.Timestamp, line.ToArray(), LabelSet.Empty, LabelSet.Empty));
    }

    private bool IsFarEnough(long timestamp) => _parameters.Interval == 0 || _lastTimestamp is not { } last
        || (_parameters.Forward ? Nanoseconds.Between(last, timestamp) : Nanoseconds.Between(timestamp, last)) >= _parameters.Interval;

    private LabelSet Key(LabelsBuilder labels)
    {
        if (labels.IsUnchanged && labels.Error.Length == 0 && (_parameters.Categorize || labels.Metadata.Count == 0)) return labels.Stream;
        _scratch.Clear();
        if (_parameters.Categorize) labels.CollectStream(_scratch);
        else labels.CollectAll(_scratch);
        return LabelSet.OfDistinct(_scratch);
    }

    private LabelSet ParsedOf(LabelsBuilder labels)
    {
        _scratch.Clear();
        _scratch.AddRange(labels.Parsed);
        labels.CollectErrors(_scratch);
        return LabelSet.OfDistinct(_scratch);
    }
}
