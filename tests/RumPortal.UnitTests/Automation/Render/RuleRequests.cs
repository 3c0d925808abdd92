using RumPortal.Automation.Render;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Domain.Vitals.Recording;
using RumPortal.Testing.Rules;

namespace RumPortal.UnitTests.Automation.Render;

/// <summary>Requests that between them use everything the renderer can write.</summary>
internal static class RuleRequests
{
    public static IReadOnlyDictionary<string, VitalRuleRequest> All { get; } = new Dictionary<string, VitalRuleRequest>
    {
        ["plain"] = DemoRules.Request("shop-web") with { Portal = new Uri("https://rum.example.test/") },
        ["split-by-vital"] = new("docs-site", [DemoRules.Set(BudgetOutcome.RulePerVital, "device", "browser_mobile", "browser_name")]) { Alerts = null },
        ["other-labels"] = new("shop-web", [DemoRules.Set("version", "app_version")])
        {
            Labels = new StreamLabelNames("application", "stage", null, null),
            Parser = LineParser.Json,
            Alerts = new() { Window = TimeSpan.FromHours(3), Baseline = TimeSpan.FromDays(1), Growth = 0.055, MinimumSamples = 30, For = TimeSpan.Zero },
        },
        ["hostile-name"] = new("Shop {{ .Web }} \"quoted\"\n`x` ½ %", [DemoRules.Set("version", "app_version")]) { Portal = new Uri("https://rum.example.test/portal/") },
    };
}
