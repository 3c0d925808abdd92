using RumPortal.Automation.Render;
using RumPortal.Domain.Vitals.Recording;

namespace RumPortal.Testing.Rules;

/// <summary>What the sandbox's demo records: the requests whose files it brings.</summary>
public static class DemoRules
{
    public static IReadOnlyList<string> Apps { get; } = ["account-portal", "docs-site", "shop-web"];

    public static VitalRuleRequest Request(string app) => new(app, [Set("release", "app_version", "browser_name", "browser_os"), Set("page", "page_id")]);

    /// <summary>A set whose series one rule can hold.</summary>
    public static BudgetedSet Set(string name, params string[] dimensions) => Set(BudgetOutcome.OneRule, name, dimensions);

    public static BudgetedSet Set(BudgetOutcome outcome, string name, params string[] dimensions) =>
        DimensionSet.TryCreate(name, dimensions, out var set, out var fault)
            ? new(set, new BudgetDecision(outcome, 100, SeriesBudget.DefaultLimit, outcome == BudgetOutcome.Refused ? dimensions[^1] : null, $"The decision on {name}."))
            : throw new ArgumentException(fault, nameof(dimensions));
}
