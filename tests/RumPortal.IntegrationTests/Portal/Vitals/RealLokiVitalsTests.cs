namespace RumPortal.IntegrationTests.Portal.Vitals;

/// <summary>The portal's vitals over a real Loki, whose address is in <c>RUMPORTAL_TEST_LOKI</c> (and its tenant in <c>RUMPORTAL_TEST_LOKI_TENANT</c>).</summary>
public sealed class RealLokiVitalsTests : LokiVitalsTests
{
    protected override string? Tenant => Environment.GetEnvironmentVariable("RUMPORTAL_TEST_LOKI_TENANT") is { Length: > 0 } tenant ? tenant : null;

    protected override Task<Uri> UrlAsync()
    {
        var url = Environment.GetEnvironmentVariable("RUMPORTAL_TEST_LOKI");
        Assert.SkipWhen(string.IsNullOrEmpty(url), "RUMPORTAL_TEST_LOKI does not hold the address of a Loki.");
        return Task.FromResult(new Uri(url));
    }
}
