using System.Globalization;
using System.IO.Pipelines;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Loki.LogQl.Evaluation;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Loki.Api;

/// <summary>Writes the envelope of a query's answer, piece by piece, without holding the whole text in memory.</summary>
internal sealed class ResultWriter(PipeWriter output, CancellationToken cancellation)
{
    private const int FlushSize = 64 << 10;

    /// <param name="result">What was found.</param>
    /// <param name="time">The evaluation time of an instant query in nanoseconds.</param>
    /// <param name="statistics">The object under <c>stats</c>.</param>
    public async Task WriteAsync(QueryResult result, long time, string statistics)
    {
        Raw($$"""{"status":"success","data":{"resultType":"{{TypeOf(result)}}",""");
        if (result is StreamsResult { Categorized: true }) Raw("\"encodingFlags\":[\"categorize-labels\"],");
        Raw("\"result\":");
        switch (result)
        {
            case ScalarResult scalar:
                Value(ScalarTime(time), scalar.Value);
                break;
            case VectorResult vector:
                await ArrayAsync(vector.Samples, sample => WriteSample(sample, time));
                break;
            case MatrixResult matrix:
                await ArrayAsync(matrix.Series, WriteSeries);
                break;
            case StreamsResult streams:
                await ArrayAsync(streams.Streams, stream => WriteStream(stream, streams.Categorized));
                break;
        }

        Raw($",\"stats\":{statistics}}}}}");
        await output.FlushAsync(cancellation);
    }

    private static string TypeOf(QueryResult result) => result switch
    {
        ScalarResult => "scalar",
        VectorResult => "vector",
        MatrixResult => "matrix",
        _ => "streams",
    };

    /// <summary>Loki 3.7 behaviour: the time of a scalar is multiplied once too often on its way through the frontend and wraps round.</summary>
    private static long ScalarTime(long nanoseconds) => unchecked(nanoseconds / GoDuration.Millisecond * GoDuration.Second) / GoDuration.Millisecond * 1000;

    private async Task ArrayAsync<T>(IReadOnlyList<T> items, Action<T> write)
    {
        Raw("[");
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) Raw(",");
            write(items[i]);
            if (output.UnflushedBytes > FlushSize) await output.FlushAsync(cancellation);
        }

        Raw("]");
    }

    private void WriteSample(Sample sample, long time)
    {
        Raw("{\"metric\":");
        Labels(sample.Labels);
        Raw(",\"value\":");
        Value(time / GoDuration.Millisecond, sample.Value);
        Raw("}");
    }

    private void WriteSeries(Series series)
    {
        Raw("{\"metric\":");
        Labels(series.Labels);
        Raw(",\"values\":[");
        for (var i = 0; i < series.Points.Count; i++)
        {
            if (i > 0) Raw(",");
            Value(series.Points[i].Milliseconds, series.Points[i].Value);
        }

        Raw("]}");
    }

    private void WriteStream(ResultStream stream, bool categorized)
    {
        Raw("{\"stream\":");
        Labels(stream.Labels);
        Raw(",\"values\":[");
        for (var i = 0; i < stream.Entries.Count; i++)
        {
            if (i > 0) Raw(",");
            WriteEntry(stream.Entries[i], categorized);
        }

        Raw("]}");
    }

    private void WriteEntry(ResultEntry entry, bool categorized)
    {
        Raw(string.Create(CultureInfo.InvariantCulture, $"[\"{entry.Timestamp}\","));
        JsonText.Line(output, entry.Line.Span);
        if (categorized)
        {
            Raw(",{");
            Group("structuredMetadata", entry.Metadata);
            if (entry.Metadata.Count > 0 && entry.Parsed.Count > 0) Raw(",");
            Group("parsed", entry.Parsed);
            Raw("}");
        }

        Raw("]");
    }

    private void Group(string name, LabelSet labels)
    {
        if (labels.Count == 0) return;
        Raw($"\"{name}\":");
        Labels(labels);
    }

    private void Labels(LabelSet labels)
    {
        Raw("{");
        for (var i = 0; i < labels.Count; i++)
        {
            if (i > 0) Raw(",");
            JsonText.String(output, labels.Labels[i].Name);
            Raw(":");
            JsonText.String(output, labels.Labels[i].Value);
        }

        Raw("}");
    }

    private void Value(long milliseconds, double value) => Raw($"[{GoFloat.FormatPlain(milliseconds / 1000.0)},\"{GoFloat.FormatPlain(value)}\"]");

    private void Raw(string json) => JsonText.Raw(output, json);
}
