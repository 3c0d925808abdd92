using RumPortal.Domain.Querying;
using RumPortal.Portal.Features.Admin;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Portal.Readers;

/// <summary>What the probe tells whoever points the portal at a Loki and sees nothing.</summary>
public sealed class LokiProbeTests
{
    private static readonly string[] Lines =
    [
        "timestamp=\"2026-11-20 11:59:00 +0000 UTC\" kind=event event_name=session_start session_id=s1 app_name=shop-web app_environment=production",
        """{"timestamp":"2026-11-20T11:59:00Z","kind":"log","message":"hello","session_id":"s1","app_name":"shop-web","app_environment":"production"}""",
    ];

    private static readonly Dictionary<string, string> UsualLabels = new() { ["app_name"] = "shop-web", ["app_environment"] = "production", ["kind"] = "event" };

    [Fact]
    public async Task Probe_OfALokiThatFits_PassesEveryCheck()
    {
        await using var readers = await PortalReaders.StartAsync();
        await readers.PushAsync(UsualLabels, Lines);

        var report = await ProbeAsync(readers);

        Assert.Equal(
        [
            ("Reachable", "Loki says that it is ready."), ("Version", "Loki 3.7.6."), ("Tenant and labels", "4 stream labels in the last hour."), ("Label names", "The configured label names are there."),
            ("Faro lines", "2 of 2 sampled lines are lines of a Faro receiver, as Json and Logfmt."), ("Query language", "Loki understands the portal's longest query."),
            ("Limits", "5000 lines and 500 series a query, ranges up to 30 days."), ("Volume", $"Bytes of a day: shop-web {Lines.Sum(line => line.Length)} B."),
        ], report.Checks.Select(check => (check.Name, check.Finding)));
        Assert.All(report.Checks, check => Assert.Equal((ProbeState.Passed, null), (check.State, check.Advice)));
        Assert.Empty(report.Suggestions);
    }

    [Fact]
    public async Task Probe_OfOtherLabelNames_SuggestsThoseThatSayWhatTheLinesSay()
    {
        await using var readers = await PortalReaders.StartAsync();
        await readers.PushAsync(new Dictionary<string, string> { ["shop"] = "shop-web", ["stage"] = "production", ["kind"] = "event", ["env"] = "eu-1" }, Lines);

        var report = await ProbeAsync(readers);

        Assert.Equal([("Backends:Loki:Labels:App", "shop"), ("Backends:Loki:Labels:Environment", "stage")], report.Suggestions.Select(suggestion => (suggestion.Setting, suggestion.Label)));
        Assert.Equal(
            new ProbeCheck("Label names", ProbeState.Failed, "Backends:Loki:Labels:App and Backends:Loki:Labels:Environment name labels that no stream has.",
                "Set Backends:Loki:Labels:App=shop, Backends:Loki:Labels:Environment=stage, or let the receiver add the labels (extra_log_labels of faro.receiver)."),
            Check(report, "Label names"));
        Assert.Equal(ProbeState.Skipped, Check(report, "Volume").State);
    }

    [Fact]
    public async Task Probe_WithTheSuggestedNames_PassesTheirCheck()
    {
        await using var readers = await PortalReaders.StartAsync(null, ("Labels:App", "shop"), ("Labels:Environment", "stage"));
        await readers.PushAsync(new Dictionary<string, string> { ["shop"] = "shop-web", ["stage"] = "production", ["kind"] = "event" }, Lines);

        var report = await ProbeAsync(readers);

        Assert.Equal((ProbeState.Passed, ProbeState.Passed), (Check(report, "Label names").State, Check(report, "Volume").State));
    }

    [Fact]
    public async Task Probe_OfLinesWithoutAppAndEnvironment_FallsBackToUsualNames()
    {
        await using var readers = await PortalReaders.StartAsync();
        await readers.PushAsync(new Dictionary<string, string> { ["service_name"] = "web", ["env"] = "eu-1", ["level"] = "info" }, "kind=log message=hello session_id=s1");

        var report = await ProbeAsync(readers);

        Assert.Equal(["service_name", "env"], report.Suggestions.Take(2).Select(suggestion => suggestion.Label));
        Assert.All(report.Suggestions, suggestion => Assert.Equal("it is a usual name for this label", suggestion.Because));
    }

    [Fact]
    public async Task Probe_OfOtherLogs_SaysThatTheyAreNotFaros()
    {
        await using var readers = await PortalReaders.StartAsync();
        await readers.PushAsync(UsualLabels, "127.0.0.1 - - \"GET / HTTP/1.1\" 200");

        Assert.Equal((ProbeState.Failed, "No line with a session was found."), Finding(await ProbeAsync(readers), "Faro lines"));
    }

    [Fact]
    public async Task Probe_OfAnEmptyLoki_SaysWhereToLook()
    {
        await using var readers = await PortalReaders.StartAsync();

        var report = await ProbeAsync(readers);

        Assert.Equal(
            new ProbeCheck("Tenant and labels", ProbeState.Failed, "Loki answers, and has no stream of the last week for this tenant.",
                "Where Loki keeps tenants apart, set Backends:Loki:Tenant; else see whether the receiver writes to this Loki."),
            Check(report, "Tenant and labels"));
        Assert.Equal((ProbeState.Skipped, ProbeState.Skipped, ProbeState.Passed), (Check(report, "Label names").State, Check(report, "Faro lines").State, Check(report, "Query language").State));
    }

    [Fact]
    public async Task Probe_OfALokiWithSmallerLimits_NamesTheSetting()
    {
        await using var readers = await PortalReaders.StartAsync(new() { MaxEntries = 1_000 });

        var check = Check(await ProbeAsync(readers), "Limits");

        Assert.Equal((ProbeState.Failed, "Set Backends:Loki:MaxEntries=1000."), (check.State, check.Advice));
    }

    [Fact]
    public async Task Probe_OfNobody_FailsEachCheckWithoutAnException()
    {
        await using var readers = await PortalReaders.StartAsync(null, ("Timeout", "00:00:02"));
        await readers.Loki.DisposeAsync();

        var report = await ProbeAsync(readers);

        Assert.Equal(8, report.Checks.Length);
        Assert.DoesNotContain(report.Checks, check => check.State == ProbeState.Passed);
        Assert.Equal(ProbeState.Failed, Check(report, "Reachable").State);
        Assert.Contains("cannot be reached", Check(report, "Reachable").Finding, StringComparison.Ordinal);
    }

    private static async Task<LokiReport> ProbeAsync(PortalReaders readers)
    {
        Answer<LokiReport> answer = await readers.Get<LokiProbe>().RunAsync(Viewers.Admin, TestContext.Current.CancellationToken);
        Assert.Equal(readers.Loki.Url, new Uri(answer.Value.Url));
        return answer.Value;
    }

    private static ProbeCheck Check(LokiReport report, string name) => report.Checks.Single(check => check.Name == name);

    private static (ProbeState State, string Finding) Finding(LokiReport report, string name) => (Check(report, name).State, Check(report, name).Finding);
}
