using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using RumPortal.Sandbox.Otlp;
using RumPortal.Sandbox.Otlp.Json;

namespace RumPortal.Sandbox.Tempo;

/// <summary>
/// Loads the recorded spans of a folder: the OTLP/JSON requests of <c>backend-spans.jsonl.gz</c> and what stands under <c>traces</c> in the
/// Faro payloads of <c>payloads.jsonl.gz</c>, both one a line. Either file may be missing.
/// </summary>
public static class TraceDataset
{
    public const string RequestsFile = "backend-spans.jsonl.gz";
    public const string PayloadsFile = "payloads.jsonl.gz";

    /// <returns>The count of spans.</returns>
    /// <exception cref="InvalidDataException">A line of a file is of another form.</exception>
    public static async Task<int> LoadAsync(string folder, TempoBackend tempo, CancellationToken cancellation = default) =>
        await LoadAsync(Path.Combine(folder, RequestsFile), request => request, tempo, cancellation)
        + await LoadAsync(Path.Combine(folder, PayloadsFile), TracesOf, tempo, cancellation);

    private static async Task<int> LoadAsync(string path, Func<string, string> requestIn, TempoBackend tempo, CancellationToken cancellation)
    {
        if (!File.Exists(path)) return 0;
        await using var file = File.OpenRead(path);
        await using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        var (number, count) = (0, 0);
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            number++;
            try
            {
                count += tempo.Push(OtlpJsonReader.Read(Encoding.UTF8.GetBytes(requestIn(line)))).Stored;
            }
            catch (Exception e) when (e is JsonException or OtlpFormatException or InvalidOperationException)
            {
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{path}, line {number}: {e.Message}"), e);
            }
        }

        return count;
    }

    private static string TracesOf(string payload)
    {
        using var document = JsonDocument.Parse(payload);
        return document.RootElement.TryGetProperty("traces", out var traces) ? traces.GetRawText() : "{}";
    }
}
