using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace RumPortal.Testing.Loki;

/// <summary>Brings lines into any Loki by its push API, as a receiver would, but with whatever text a test wants to see read.</summary>
public static class LokiPush
{
    private const int BatchSize = 5_000;
    private const int MostBytes = 3 << 20;

    public static async Task SendAsync(Uri loki, IEnumerable<PushedLine> lines, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = loki };
        foreach (var batch in Batches(lines))
        {
            var streams = batch.GroupBy(line => (line.App, line.Kind)).Select(stream => new
            {
                stream = new Dictionary<string, string> { ["app_name"] = stream.Key.App, ["app_environment"] = "production", ["kind"] = stream.Key.Kind },
                values = stream.Select(line => new[] { Nanoseconds(line.Time), line.Text }),
            });
            using var response = await http.PostAsJsonAsync("/loki/api/v1/push", new { streams }, cancellation);
            if (response.StatusCode != HttpStatusCode.NoContent)
                throw new InvalidOperationException($"Push answered {response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellation)}");
        }
    }

    // Loki takes about 4 MB at a time.
    private static IEnumerable<List<PushedLine>> Batches(IEnumerable<PushedLine> lines)
    {
        var (batch, bytes) = (new List<PushedLine>(), 0);
        foreach (var line in lines)
        {
            if (batch.Count > 0 && (batch.Count == BatchSize || bytes + line.Text.Length > MostBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }
            batch.Add(line);
            bytes += line.Text.Length;
        }
        if (batch.Count > 0) yield return batch;
    }

    private static string Nanoseconds(DateTimeOffset time) => ((time - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick).ToString(CultureInfo.InvariantCulture);
}
