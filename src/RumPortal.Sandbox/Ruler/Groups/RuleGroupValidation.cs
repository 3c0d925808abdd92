using RumPortal.Sandbox.Loki.LogQl.Syntax;
using RumPortal.Sandbox.Prometheus.Store;
using RumPortal.Sandbox.Ruler.Files;

namespace RumPortal.Sandbox.Ruler.Groups;

/// <summary>What Loki's ruler refuses in a group, in its words. Of a rule the first fault counts. Loki 3.7 behaviour.</summary>
internal static class RuleGroupValidation
{
    public static IEnumerable<string> FaultsOf(RuleGroupDefinition group)
    {
        if (group.Name.Length == 0) yield return "group 0: Groupname must not be empty";
        foreach (var rule in group.Rules)
            if (FaultOf(rule, group.Name) is { } fault) yield return fault;
    }

    private static string? FaultOf(RuleDefinition rule, string group) => (rule.Record.Length > 0, rule.Alert.Length > 0) switch
    {
        (true, true) => "only one of 'record' and 'alert' must be set",
        (false, false) => "one of 'record' or 'alert' must be set",
        (false, true) => "alerting rules are not supported by the sandbox's ruler",
        _ => FaultOfExpression(rule, group) ?? FaultOfRecording(rule) ?? FaultOfLabels(rule),
    };

    private static string? FaultOfExpression(RuleDefinition rule, string group)
    {
        if (rule.Expression.Length == 0) return "field 'expr' must be set in rule";
        try
        {
            // A log query is accepted like any other text that can be read; its evaluation fails.
            LogQlParser.Parse(rule.Expression);
            return null;
        }
        catch (LogQlException e)
        {
            return $"could not parse expression for record '{rule.Record}' in group '{group}': {e.Message}";
        }
    }

    private static string? FaultOfRecording(RuleDefinition rule) =>
        rule.Annotations.Count > 0 ? "invalid field 'annotations' in recording rule"
        : rule.For != default ? "invalid field 'for' in recording rule"
        : !MetricNames.IsMetricName(rule.Record) ? $"invalid recording rule name: {rule.Record}"
        : null;

    private static string? FaultOfLabels(RuleDefinition rule)
    {
        foreach (var (name, _) in rule.Labels)
            if (!MetricNames.IsLabelName(name) || name == MetricNames.Label) return $"invalid label name: {name}";
        return null;
    }
}
