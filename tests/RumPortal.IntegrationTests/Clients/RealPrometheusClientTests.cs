namespace RumPortal.IntegrationTests.Clients;

/// <summary>
/// The client against a Prometheus whose address is in <c>RUMPORTAL_TEST_PROMETHEUS</c> (and its tenant in
/// <c>RUMPORTAL_TEST_PROMETHEUS_TENANT</c>) and which holds the metrics of the conformance data.
/// </summary>
public sealed class RealPrometheusClientTests : PrometheusClientTests
{
    protected override Task<(Uri Url, string Tenant)> ServerAsync()
    {
        var url = Environment.GetEnvironmentVariable("RUMPORTAL_TEST_PROMETHEUS");
        Assert.SkipWhen(string.IsNullOrEmpty(url), "RUMPORTAL_TEST_PROMETHEUS does not hold the address of a Prometheus.");
        return Task.FromResult((new Uri(url), Environment.GetEnvironmentVariable("RUMPORTAL_TEST_PROMETHEUS_TENANT") ?? ""));
    }
}
