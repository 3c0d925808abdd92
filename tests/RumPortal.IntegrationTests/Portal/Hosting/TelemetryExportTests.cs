using System.Net;
using RumPortal.Testing;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Hosting;

public sealed class TelemetryExportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // The discard port: nobody listens there, so the portal has a failure to tell of.
    private static readonly Uri NoLoki = new("http://127.0.0.1:9");

    [Fact]
    public async Task Export_WhenThePortalEnds_HasSentTracesMetricsAndLogs()
    {
        using var state = new TemporaryFolder();
        await using var collector = await OtlpCollector.StartAsync();
        using var portal = PortalProgram.Start(new PortalSetup(NoLoki) { Collector = collector.Url }, state.Path);
        var http = await portal.ConnectAsync();

        using var answer = await http.GetAsync("/api/v1/sessions?user=very-secret-visitor", Cancellation);
        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal(0, await portal.StopAsync());

        Assert.Equal(["application/x-protobuf"], collector.ContentTypes);
        Assert.Multiple(
            () => AssertSent(collector, "traces", "rumportal", "GET /api/v1/sessions", "http.route", "http.response.status_code"),
            () => AssertSent(collector, "metrics", "rumportal", "http.server.request.duration", "http.client.request.duration"),
            () => AssertSent(collector, "logs", "rumportal", "An API call failed at Loki", "Application started"));
    }

    [Fact]
    public async Task Export_OfAnySignal_HoldsNoVisitor()
    {
        using var state = new TemporaryFolder();
        await using var collector = await OtlpCollector.StartAsync();
        using var portal = PortalProgram.Start(new PortalSetup(NoLoki) { Collector = collector.Url }, state.Path);
        var http = await portal.ConnectAsync();

        using var list = await http.GetAsync("/api/v1/sessions?user=very-secret-visitor&userId=very-secret-visitor", Cancellation);
        using var found = await http.GetAsync("/sessions?user=very-secret-visitor", Cancellation);
        using var page = await http.GetAsync("/users/very-secret-visitor", Cancellation);
        await portal.StopAsync();

        Assert.All(
            [collector.Sent("traces"), collector.Sent("metrics"), collector.Sent("logs"), portal.Output],
            (string text) => Assert.DoesNotContain("very-secret-visitor", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_CollectorGone_LeavesThePortalAlone()
    {
        using var state = new TemporaryFolder();
        using var portal = PortalProgram.Start(new PortalSetup(NoLoki) { Collector = NoLoki }, state.Path);
        var http = await portal.ConnectAsync();

        using var page = await http.GetAsync("/", Cancellation);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(0, await portal.StopAsync());
    }

    private static void AssertSent(OtlpCollector collector, string signal, params string[] texts) =>
        Assert.All(texts, text => Assert.Contains(text, collector.Sent(signal), StringComparison.Ordinal));
}
