using System.IO.Compression;
using System.Text;
using RumPortal.Sandbox.Prometheus.Store;

namespace RumPortal.Sandbox.Prometheus.OpenMetrics;

/// <summary>Loads the recorded metrics of a folder: <c>metrics.openmetrics.txt.gz</c>.</summary>
public static class MetricsFile
{
    public const string FileName = "metrics.openmetrics.txt.gz";

    /// <returns>The count of samples; 0 when the folder has no such file.</returns>
    /// <exception cref="InvalidDataException">The file is of another form.</exception>
    public static async Task<int> LoadAsync(string folder, MetricStore store, CancellationToken cancellation = default)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) return 0;
        await using var file = File.OpenRead(path);
        await using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        var count = 0;
        try
        {
            await foreach (var (labels, timestamp, value) in OpenMetricsReader.ReadAsync(reader, cancellation))
            {
                store.Append(labels, timestamp, value);
                count++;
            }
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}, {e.Message}", e);
        }

        return count;
    }
}
