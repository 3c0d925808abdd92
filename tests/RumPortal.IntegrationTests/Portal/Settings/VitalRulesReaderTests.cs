using System.Globalization;
using RumPortal.Automation.Render;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals.Recording;
using RumPortal.IntegrationTests.Portal.Readers;
using RumPortal.Portal.Auth;
using RumPortal.Portal.Features.Vitals;
using RumPortal.Portal.Features.Vitals.Settings;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Portal.Settings;

/// <summary>Rule files and routes over lines in the sandbox's Loki.</summary>
public sealed class VitalRulesReaderTests(PortalReaders portal) : IClassFixture<PortalReaders>
{
    private static readonly Uri Address = new("http://portal.test/");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rules_OfAnAppWithoutSets_AreNone()
    {
        var rules = await ReadAsync(Viewers.Admin, "nobody-decided");

        Assert.Null(rules.Files);
        Assert.Null(rules.Unread);
    }

    [Fact]
    public async Task Rules_OfASetThatFits_CountItsSeriesAndNameThePortal()
    {
        var app = await VisitAsync(version => version % 3, reports: 12);
        await SaveAsync(app, "by-version", "app_version");

        var rules = await ReadAsync(Viewers.Admin, app);

        var decision = Assert.Single(rules.Sets).Decision;
        Assert.Equal((BudgetOutcome.OneRule, "About 6 series of 500: one rule records all vitals."), (decision.Outcome, decision.Sentence));
        var files = Assert.IsType<VitalRuleFiles>(rules.Files);
        Assert.Contains("dimensions: app_version", RuleFileYaml.Write(files.Density), StringComparison.Ordinal);
        Assert.Contains("http://portal.test/vitals", RuleFileYaml.Write(files.Alerts), StringComparison.Ordinal);
        Assert.Empty(files.Refused);
    }

    [Fact]
    public async Task Rules_OfASetBeyondTheLimit_AreRefusedWithTheDimensionToDropAndTheOthersStay()
    {
        var app = await VisitAsync(version => version, reports: 300);
        await SaveAsync(app, "by-os", "browser_os");
        await SaveAsync(app, "wide", "browser_os, app_version");

        var rules = await ReadAsync(Viewers.Admin, app);

        var refused = Assert.Single(rules.Files!.Refused);
        Assert.Equal("wide", refused.Set.Name);
        Assert.Equal("About 600 series for one vital alone are beyond 500. Drop app_version: about 2 are left.", refused.Reason);
        Assert.Contains("dimensions: browser_os", RuleFileYaml.Write(rules.Files.Density), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_AskedForAForeignApp_Refuse()
    {
        var question = new VitalsQuestion(PortalReaders.Range, "foreign", null, []);

        await Assert.ThrowsAsync<AppNotVisibleException>(() => ReadAsync(Viewers.Of("mine"), "foreign"));
        await Assert.ThrowsAsync<AppNotVisibleException>(() => portal.Get<RecordingSettingsReader>().ReadRecordedAsync(Viewers.Of("mine"), "foreign", Cancellation));
        await Assert.ThrowsAsync<AppNotVisibleException>(() => portal.Get<RouteVitalsReader>().GroupsAsync(Viewers.Of("mine"), question, ["lcp"], Cancellation));
    }

    [Fact]
    public async Task Routes_OfAnApp_RegroupThePastByItsPatterns()
    {
        var app = await VisitAsync(version => version, reports: 5);
        var question = new VitalsQuestion(PortalReaders.Range, app, null, []);

        var automatic = await RoutesAsync(question);
        Assert.Null(await portal.Get<RecordingSettingsWriter>().SaveRoutesAsync(Viewers.Admin, app, 0, "/p/:sku", Cancellation));
        var decided = await RoutesAsync(question);

        Assert.Equal(["/p/:id", "5"], automatic);
        Assert.Equal(["/p/:sku", "5"], decided);
    }

    private async Task<string[]> RoutesAsync(VitalsQuestion question)
    {
        var answer = await portal.Get<RouteVitalsReader>().GroupsAsync(Viewers.Admin, question, ["lcp"], Cancellation);
        Assert.Equal((VitalsSource.Loki, true), (answer.Value.Source, answer.IsComplete));
        Assert.Empty(answer.Value.Notes);
        var slice = Assert.Single(answer.Value.Value.Slices);
        return [slice.Labels["route"] ?? "", slice["lcp"]!.Count.ToString(CultureInfo.InvariantCulture)];
    }

    private async Task<string> VisitAsync(Func<int, int> version, int reports)
    {
        var app = new VisitedApp();
        for (var i = 0; i < reports; i++)
            app.Add(660 + (i * 0.1), "s1", "measurement", "type=web-vitals", "lcp=1000", $"app_version={version(i)}", "browser_os=Mac", $"page_url=https://shop.test/p/{i}?q=1");
        await portal.PushAsync(app);
        return app.Name;
    }

    private async Task SaveAsync(string app, string name, string dimensions) => Assert.Null(
        await portal.Get<RecordingSettingsWriter>().SaveSetAsync(Viewers.Admin, app, new DimensionSetDraft(null, name, dimensions), Cancellation));

    private async Task<VitalRules> ReadAsync(ViewerScope viewer, string app) =>
        (await portal.Get<VitalRulesReader>().ReadAsync(viewer, app, LineParser.Logfmt, Address, mayReadMuch: false, Cancellation)).Value;
}
