using Microsoft.Extensions.Options;
using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;

namespace RumPortal.UnitTests.Clients.Http;

/// <summary>The connection's own time limit comes as a cancellation that nobody asked for (SocketsHttpHandler's ConnectTimeout).</summary>
public sealed class ConnectionLimitTests
{
    [Fact]
    public async Task Connection_ThatIsNotMadeInTime_IsUnreachableAndCountsAsAFailure()
    {
        var handler = new HangingHandler();
        using var http = new HttpClient(handler);
        var loki = new LokiClient(http, Options.Create(new LokiOptions { Url = "http://loki:3100" }), new BackendGuards(TimeProvider.System), TimeProvider.System);

        for (var i = 0; i < 8; i++)
        {
            var failure = await Assert.ThrowsAsync<BackendException>(() => loki.CheckReadyAsync(TestContext.Current.CancellationToken));
            Assert.Equal(BackendFault.Unreachable, failure.Fault);
        }
        Assert.Equal(5, handler.Calls);
    }

    private sealed class HangingHandler : HttpMessageHandler
    {
        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            throw new TaskCanceledException("The operation was canceled.", new TimeoutException("A connection could not be established within the configured ConnectTimeout."));
        }
    }
}
