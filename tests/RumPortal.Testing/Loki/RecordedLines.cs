using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace RumPortal.Testing.Loki;

/// <summary>The recorded lines of the conformance kit, and how they get into any Loki: by its push API, gzipped, in batches.</summary>
public static class RecordedLines
{
    private const int BatchSize = 1_000;

    public static async Task<int> PushAsync(HttpClient client, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var batch in Read().Chunk(BatchSize))
        {
            var streams = batch.Select(line => new { stream = line.Labels, values = new[] { new[] { line.Timestamp, line.Line } } });
            using var content = new ByteArrayContent(Gzip(JsonSerializer.SerializeToUtf8Bytes(new { streams })));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            content.Headers.ContentEncoding.Add("gzip");
            using var response = await client.PostAsync("/loki/api/v1/push", content, cancellation);
            if (response.StatusCode != HttpStatusCode.NoContent)
                throw new InvalidOperationException($"Push answered {response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellation)}");
            count += batch.Length;
        }

        return count;
    }

    public static IEnumerable<RecordedLine> Read()
    {
        using var gzip = new GZipStream(File.OpenRead(Path.Combine(Repository.Conformance, "lines.jsonl.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        while (reader.ReadLine() is { } text)
            yield return JsonSerializer.Deserialize<RecordedLine>(text, JsonSerializerOptions.Web) ?? throw new InvalidDataException(text);
    }

    private static byte[] Gzip(byte[] body)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest)) gzip.Write(body);
        return buffer.ToArray();
    }
}

/// <summary>One recorded line; the timestamp is in nanoseconds, as text.</summary>
public sealed record RecordedLine(Dictionary<string, string> Labels, string Timestamp, string Line);
