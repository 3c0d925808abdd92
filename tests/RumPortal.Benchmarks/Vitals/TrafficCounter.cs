namespace RumPortal.Benchmarks.Vitals;

/// <summary>Counts each answer that passes through an HTTP client.</summary>
internal sealed class TrafficCounter(Func<Traffic> traffic) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        // A copy stays with the answer, so that the client can still read it.
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        traffic().Count(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return response;
    }
}
