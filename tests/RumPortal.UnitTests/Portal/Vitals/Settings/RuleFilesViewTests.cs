using System.Collections.Immutable;
using RumPortal.Automation.Render;
using RumPortal.Domain.Vitals.Recording;
using RumPortal.Portal.Features.Vitals.Settings;

namespace RumPortal.UnitTests.Portal.Vitals.Settings;

public sealed class RuleFilesViewTests : IAsyncLifetime
{
    private readonly PortalComponents _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task View_OfALargeEstimate_AsksFirst()
    {
        await RenderAsync(VitalRules.None with { Unread = 3_200_000_000 });

        var document = await _portal.Renderer.DocumentAsync();

        Assert.Contains("about 3.2 GB", document.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(document.QuerySelectorAll("pre"));
    }

    [Fact]
    public async Task View_OfRules_ShowsEachDecisionAndAFileToCopyForEachBackend()
    {
        await RenderAsync(Rules("shop-web"));

        var document = await _portal.Renderer.DocumentAsync();

        Assert.Equal(
            ["one rule About 6 series of 500: one rule records all vitals.", "not recorded About 900 series for one vital alone are beyond 500. Drop browser_os."],
            document.QuerySelectorAll("dd").Select(decision => decision.TextContent.Trim()));
        Assert.Equal(["Recording rules for Loki's ruler", "Roll-ups for Prometheus", "Alerts for Prometheus"], document.QuerySelectorAll("summary").Select(summary => summary.TextContent));
        await _portal.Renderer.ClickAsync("Copy Roll-ups for Prometheus");
        Assert.Equal(document.QuerySelectorAll("pre")[1].TextContent, _portal.Scripts.Calls.Single(call => call.Function == "copy").Arguments[0]);
    }

    [Theory]
    [MemberData(nameof(HostileTelemetry.Texts), MemberType = typeof(HostileTelemetry))]
    public async Task View_OfAHostileApp_ShowsText(string text)
    {
        await RenderAsync(Rules(text));

        Assert.Empty((await _portal.Renderer.DocumentAsync()).QuerySelectorAll("script, img, iframe, svg[onload]"));
        Assert.Empty(_portal.Renderer.Unhandled);
    }

    private Task RenderAsync(VitalRules rules) => _portal.RenderAsync<RuleFilesView>(("Rules", rules));

    private static VitalRules Rules(string app)
    {
        Assert.True(DimensionSet.TryCreate("by-version", ["app_version"], out var fits, out _));
        Assert.True(DimensionSet.TryCreate("wide", ["app_version", "browser_os"], out var wide, out _));
        ImmutableArray<BudgetedSet> sets =
        [
            new(fits, new BudgetDecision(BudgetOutcome.OneRule, 6, 500, null, "About 6 series of 500: one rule records all vitals.")),
            new(wide, new BudgetDecision(BudgetOutcome.Refused, 900, 500, "browser_os", "About 900 series for one vital alone are beyond 500. Drop browser_os.")),
        ];
        return new VitalRules(sets, VitalRuleRenderer.Render(new VitalRuleRequest(app, sets)));
    }
}
