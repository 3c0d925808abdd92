namespace RumPortal.IntegrationTests.Clients;

/// <summary>
/// The client against a Tempo whose address is in <c>RUMPORTAL_TEST_TEMPO</c> (and its tenant in <c>RUMPORTAL_TEST_TEMPO_TENANT</c>) and
/// which holds the spans of the conformance data.
/// </summary>
public sealed class RealTempoClientTests : TempoClientTests
{
    protected override Task<(Uri Url, string Tenant)> ServerAsync()
    {
        var url = Environment.GetEnvironmentVariable("RUMPORTAL_TEST_TEMPO");
        Assert.SkipWhen(string.IsNullOrEmpty(url), "RUMPORTAL_TEST_TEMPO does not hold the address of a Tempo.");
        return Task.FromResult((new Uri(url), Environment.GetEnvironmentVariable("RUMPORTAL_TEST_TEMPO_TENANT") ?? ""));
    }
}
