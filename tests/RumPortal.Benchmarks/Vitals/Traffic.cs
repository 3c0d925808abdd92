using System.Globalization;
using System.Net;
using System.Text.Json;

namespace RumPortal.Benchmarks.Vitals;

/// <summary>What was asked of the backends and what they say it cost them; safe to share between threads.</summary>
internal sealed class Traffic
{
    private long _queries, _refused, _answerBytes, _lokiBytes, _lokiLines, _samples;

    public long Queries => Interlocked.Read(ref _queries);

    /// <summary>Bytes of all answers, unpacked.</summary>
    public long AnswerBytes => Interlocked.Read(ref _answerBytes);

    /// <summary>Bytes of lines that Loki read, by its own statistics.</summary>
    public long LokiBytes => Interlocked.Read(ref _lokiBytes);

    /// <summary>Samples that Prometheus read, by its own statistics.</summary>
    public long Samples => Interlocked.Read(ref _samples);

    public void Count(HttpStatusCode status, ReadOnlyMemory<byte> body)
    {
        Interlocked.Increment(ref _queries);
        Interlocked.Add(ref _answerBytes, body.Length);
        if (status != HttpStatusCode.OK)
        {
            Interlocked.Increment(ref _refused);
            return;
        }
        using var document = JsonDocument.Parse(body);
        if (!document.RootElement.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object || !data.TryGetProperty("stats", out var stats)) return;
        if (stats.TryGetProperty("summary", out var summary))
        {
            Interlocked.Add(ref _lokiBytes, summary.GetProperty("totalBytesProcessed").GetInt64());
            Interlocked.Add(ref _lokiLines, summary.GetProperty("totalLinesProcessed").GetInt64());
        }
        if (stats.TryGetProperty("samples", out var samples)) Interlocked.Add(ref _samples, samples.GetProperty("totalQueryableSamples").GetInt64());
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Queries,6:N0} queries ({_refused} refused), {LokiBytes / 1e6,9:N1} MB and {_lokiLines,11:N0} lines read from Loki, {Samples,9:N0} samples from Prometheus, {AnswerBytes / 1e6,6:N2} MB of answers");
}
