using System.Net.Http.Headers;

namespace RumPortal.Sandbox.Visitors.Backends;

/// <summary>Exports the backends' spans to an OTLP receiver, as their collectors would: over HTTP, many at once. Failures are logged, not raised.</summary>
/// <param name="http">Its requests are not traced themselves.</param>
/// <param name="tracesUrl">The full address, <c>/v1/traces</c> included.</param>
/// <param name="log">Takes warnings.</param>
internal sealed class BackendExport(HttpClient http, Uri tracesUrl, ILogger log)
{
    private const int BatchSize = 1_000;

    private readonly List<BackendSpan> _waiting = [];

    /// <summary>Takes spans and sends them when there are enough; not for several callers at once.</summary>
    public async Task AddAsync(IReadOnlyCollection<BackendSpan> spans, CancellationToken cancellation)
    {
        _waiting.AddRange(spans);
        if (_waiting.Count >= BatchSize) await FlushAsync(cancellation);
    }

    /// <summary>Sends what waits.</summary>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        foreach (var batch in _waiting.Chunk(BatchSize)) await PostAsync(batch, cancellation);
        _waiting.Clear();
    }

    private async Task PostAsync(BackendSpan[] spans, CancellationToken cancellation)
    {
        try
        {
            using var body = new ByteArrayContent(BackendSpanBody.Write(spans));
            body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await http.PostAsync(tracesUrl, body, cancellation);
            if (!response.IsSuccessStatusCode) log.LogWarning("An export of {Count} spans was answered with {Status}", spans.Length, (int)response.StatusCode);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            log.LogWarning("An export of {Count} spans did not reach the receiver: {Reason}", spans.Length, fault.Message);
        }
    }
}
