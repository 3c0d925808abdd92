using System.Net.Http.Headers;
using RumPortal.Sandbox.Visitors.Backends;

namespace RumPortal.Sandbox.Visitors;

/// <summary>
/// Keeps visitors coming in real time: posts each batch to <c>/collect</c> when it is due, as a browser would, and lets
/// the backends export their spans. Visits that began before the start go on, so history and present join without a seam.
/// </summary>
internal sealed class LiveVisitors(
    VisitorTraffic traffic, HttpClient http, Uri collectUrl, BackendExport backends, TimeProvider time, ILogger log)
{
    private readonly PriorityQueue<VisitorBatch, DateTimeOffset> _due = new();

    /// <summary>Posts what arrives from <paramref name="from"/> on, until cancelled.</summary>
    /// <param name="from">The end of the filled history.</param>
    /// <param name="cancellation">Ends the visits.</param>
    public async Task RunAsync(DateTimeOffset from, CancellationToken cancellation)
    {
        var next = VisitorTraffic.MinuteOf(from - VisitorTraffic.LongestVisit);
        while (true)
        {
            // A minute ahead: its visits are known before the first of them is due.
            for (var ahead = VisitorTraffic.MinuteOf(time.GetUtcNow()) + 1; next <= ahead; next++) Plan(next, from);
            while (_due.TryPeek(out var batch, out var arrival) && arrival <= time.GetUtcNow())
            {
                _due.Dequeue();
                await PostAsync(batch, cancellation);
                await backends.AddAsync(batch.BackendSpans, cancellation);
            }

            await backends.FlushAsync(cancellation);
            await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellation);
        }
    }

    private void Plan(long minute, DateTimeOffset from)
    {
        foreach (var batch in traffic.StartingIn(minute))
            if (batch.Arrival >= from) _due.Enqueue(batch, batch.Arrival);
    }

    private async Task PostAsync(VisitorBatch batch, CancellationToken cancellation)
    {
        try
        {
            using var body = new ReadOnlyMemoryContent(batch.Body);
            body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await http.PostAsync(collectUrl, body, cancellation);
            if (!response.IsSuccessStatusCode) log.LogWarning("A visitor's batch was answered with {Status}", (int)response.StatusCode);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            log.LogWarning("A visitor's batch did not reach the receiver: {Reason}", fault.Message);
        }
    }
}
