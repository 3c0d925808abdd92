using System.Globalization;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki.LogQl.Pipeline;
using RumPortal.Sandbox.Loki.Store;

namespace RumPortal.Sandbox.Loki.Ingest;

/// <summary>
/// Checks what is pushed, adds the label <c>service_name</c> and the metadata <c>detected_level</c>, and stores it. As in Loki, valid
/// lines are stored even when others of the same push are refused.
/// </summary>
public sealed class Ingester(LokiOptions options, LogStore store, TimeProvider clock)
{
    /// <summary>Loki's name for the only tenant when authentication is off.</summary>
    private const string Tenant = "fake";

    private long _refused;

    /// <summary>Lines that were refused since the start.</summary>
    public long RefusedLines => Interlocked.Read(ref _refused);

    /// <exception cref="PushException">Nothing was sent, or something was refused; the rest is stored then.</exception>
    public void Push(PushRequest request)
    {
        if (request.Streams.Count == 0) throw new PushException(StatusCodes.Status422UnprocessableEntity, "error at least one valid stream is required for ingestion");
        var errors = new Dictionary<string, int>();
        var full = default(string);
        // A detector holds a buffer, so each push has its own.
        var levels = new LevelDetector();
        foreach (var stream in request.Streams)
        {
            var problem = CheckLabels(stream.Labels);
            var labels = ServiceName.AddTo(stream.Labels.Without([]));
            if (problem is null && !store.Contains(labels) && store.StreamCount >= options.MaxStreams) full = problem = StreamLimit(labels);
            foreach (var entry in stream.Entries)
            {
                var refusal = problem ?? CheckEntry(stream.Labels, entry);
                if (refusal is null) store.Add(labels, entry.Timestamp, entry.Line.Span, levels.AddTo(entry.Metadata, stream.Labels, entry.Line.Span));
                else Refuse(errors, refusal);
            }
        }

        if (full is not null) throw new PushException(StatusCodes.Status429TooManyRequests, full);
        if (errors.Count > 0) throw new PushException(StatusCodes.Status400BadRequest, Text(errors));
    }

    private void Refuse(Dictionary<string, int> errors, string refusal)
    {
        Interlocked.Increment(ref _refused);
        errors[refusal] = errors.GetValueOrDefault(refusal) + 1;
    }

    private string? CheckLabels(LabelSet labels)
    {
        if (labels.Count == 0) return "error at least one label pair is required per stream";
        if (labels.Count > options.MaxLabelNames)
            return string.Create(CultureInfo.InvariantCulture, $"entry for stream '{labels}' has {labels.Count} label names; limit {options.MaxLabelNames}");
        foreach (var (name, value) in labels.Labels)
        {
            if (!LabelNames.IsValid(name)) return $"error parsing labels '{labels}' with error: invalid label name {Literals.GoQuote.Quote(name)}";
            if (name.Length > options.MaxLabelNameLength) return $"stream '{labels}' has label name too long: '{name}'";
            if (value.Length > options.MaxLabelValueLength) return $"stream '{labels}' has label value too long: '{value}'";
        }

        return null;
    }

    private string? CheckEntry(LabelSet labels, in PushEntry entry)
    {
        if (entry.Line.Length > options.MaxLineSize)
            return string.Create(CultureInfo.InvariantCulture, $"Max entry size '{options.MaxLineSize}' bytes exceeded for stream '{labels}' while adding an entry with length '{entry.Line.Length}' bytes");
        return CheckAge(labels, entry.Timestamp) ?? CheckMetadata(labels, entry.Metadata);
    }

    private string? CheckAge(LabelSet labels, long timestamp)
    {
        if (!options.RejectOldSamples) return null;
        var now = clock.GetUtcNow();
        var time = DateTimeOffset.UnixEpoch.AddTicks(timestamp / 100);
        if (time < now - options.MaxSampleAge)
            return $"entry for stream '{labels}' has timestamp too old: {Rfc3339(time)}, oldest acceptable timestamp is: {Rfc3339(now - options.MaxSampleAge)}";
        return time > now + options.CreationGracePeriod ? $"entry for stream '{labels}' has timestamp too new: {Rfc3339(time)}" : null;
    }

    private string? CheckMetadata(LabelSet labels, LabelSet metadata)
    {
        var size = 0;
        foreach (var (name, value) in metadata.Labels) size += System.Text.Encoding.UTF8.GetByteCount(name) + System.Text.Encoding.UTF8.GetByteCount(value);
        if (size > options.MaxStructuredMetadataSize)
            return string.Create(CultureInfo.InvariantCulture, $"stream '{labels}' has structured metadata too large: '{size}' bytes, limit: '{options.MaxStructuredMetadataSize}' bytes. Please see `limits_config.max_structured_metadata_size` or contact your Loki administrator to increase it.");
        if (metadata.Count > options.MaxStructuredMetadataEntries)
            return string.Create(CultureInfo.InvariantCulture, $"stream '{labels}' has too many structured metadata labels: '{metadata.Count}', limit: '{options.MaxStructuredMetadataEntries}'. Please see `limits_config.max_structured_metadata_entries_count` or contact your Loki administrator to increase it.");
        return null;
    }

    private static string StreamLimit(LabelSet labels) =>
        $"Maximum active stream limit exceeded when trying to create stream {labels}, reduce the number of active streams (reduce labels or reduce label values), or contact your Loki administrator to see if the limit can be increased, user: '{Tenant}'";

    private static string Rfc3339(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Loki's grouping: one refusal stands alone, several are counted by their text.</summary>
    private static string Text(Dictionary<string, int> errors) => errors.Count == 1 && errors.Values.First() == 1
        ? errors.Keys.First()
        : string.Join("; ", errors.Select(error => string.Create(CultureInfo.InvariantCulture, $"{error.Value} errors like: {error.Key}")));
}
