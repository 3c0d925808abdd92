using System.Globalization;
using System.Text.Json;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Vitals;
using RumPortal.IntegrationTests.Clients;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Vitals;

/// <summary>
/// The portal's vitals over lines alone, from a Loki that it knows by its address only: fresh lines go in under an app name of their own.
/// Derived classes say which Loki.
/// </summary>
public abstract class LokiVitalsTests : IAsyncLifetime
{
    private readonly PushedApp _app = new();
    private RunningPortal? _portal;

    protected abstract Task<Uri> UrlAsync();

    protected virtual string? Tenant => null;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RunningPortal Portal => _portal ?? throw new InvalidOperationException("Not started.");

    private string Path => string.Create(CultureInfo.InvariantCulture, $"/api/v1/vitals?app={_app.Name}&from={_app.Range.From:yyyy-MM-ddTHH:mm:ssZ}&to={_app.Range.To:yyyy-MM-ddTHH:mm:ssZ}");

    public async ValueTask InitializeAsync()
    {
        var loki = await UrlAsync();
        await _app.PushAsync(loki, Cancellation);
        _portal = await RunningPortal.StartAsync(new PortalSetup(loki) { LokiTenant = Tenant, Timeout = TimeSpan.FromMinutes(2) });
        await WaitUntilVisibleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null) await _portal.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("lcp")]
    [InlineData("cls")]
    public async Task Counts_OfALokiOfAnyKind_AreThoseOfItsLines(string vital)
    {
        var document = await VitalsPortals.GetAsync(Portal, Path + "&by=browser_name&by=app_version");

        Assert.Equal("loki", document.GetProperty("source").GetString());
        var counted = document.GetProperty("groups").EnumerateArray()
            .Select(group => (Key(group.GetProperty("labels")), Counts(group, vital))).Where(group => group.Item2.Count > 0).Order();
        Assert.Equal(Expected(vital).Order(), counted);
    }

    private IEnumerable<((string Browser, string Version), (double Count, double Good, double Poor))> Expected(string vital)
    {
        var limits = VitalThresholds.Of(vital) ?? throw new ArgumentException(vital);
        return _app.Records
            .Select(record => (Vital: FaroWebVital.Of(record), Key: (record.Text("browser_name") ?? "", record.Text("app_version") ?? "")))
            .Where(report => report.Vital?.Name == vital)
            .GroupBy(report => report.Key, report => limits.Rate(report.Vital?.Value ?? 0))
            .Select(group => (group.Key, ((double)group.Count(), (double)group.Count(rating => rating == VitalRating.Good), (double)group.Count(rating => rating == VitalRating.Poor))));
    }

    private static (string Browser, string Version) Key(JsonElement labels) =>
        (labels.GetProperty("browser_name").GetString() ?? "", labels.GetProperty("app_version").GetString() ?? "");

    private static (double Count, double Good, double Poor) Counts(JsonElement group, string vital)
    {
        var found = group.GetProperty("vitals").EnumerateArray().FirstOrDefault(one => one.GetProperty("name").GetString() == vital);
        return found.ValueKind == JsonValueKind.Undefined ? default
            : (found.GetProperty("count").GetDouble(), found.GetProperty("good").GetDouble(), found.GetProperty("poor").GetDouble());
    }

    // A real Loki shows fresh lines a moment later.
    private async Task WaitUntilVisibleAsync()
    {
        for (var attempt = 0; attempt < 60; attempt++)
        {
            // Each look is another question, so that no shared answer of the one before comes back.
            var document = await VitalsPortals.GetAsync(Portal, string.Create(CultureInfo.InvariantCulture, $"{Path}&filter=!user_id:look-{attempt}"));
            if (document.GetProperty("vitals").EnumerateArray().Sum(vital => vital.GetProperty("count").GetDouble()) >= _app.Records.Count(record => FaroWebVital.Of(record) is not null)) return;
            await Task.Delay(500, Cancellation);
        }
        Assert.Fail("The pushed lines did not become visible.");
    }
}
