using System.Globalization;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Prometheus.Rules;

namespace RumPortal.Sandbox.Prometheus.Api;

/// <summary><c>/rules</c>: the groups of the registry with the health of their rules. All are recording rules.</summary>
internal sealed class RuleEndpoints(PrometheusBackend prometheus)
{
    public async Task RulesAsync(HttpContext context)
    {
        var type = (await RequestParameters.ReadAsync(context.Request)).Get("type").ToLowerInvariant();
        if (type is not ("" or "alert" or "record")) throw QueryParameters.Invalid("type", $"not supported value {GoQuote.Quote(type)}");
        await PrometheusResponse.SuccessAsync(context, new { groups = prometheus.Rules.Groups.Select(group => Group(group, type == "alert" ? [] : group.Rules)) });
    }

    private Dictionary<string, object> Group(RuleGroup group, IReadOnlyList<RecordingRule> rules)
    {
        var health = group.Rules.Select(prometheus.RuleEvaluator.HealthOf).OfType<RuleHealth>().ToList();
        return new()
        {
            ["name"] = group.Name,
            ["file"] = group.File,
            ["rules"] = rules.Select(Rule),
            ["interval"] = group.Interval.TotalSeconds,
            ["limit"] = 0,
            ["evaluationTime"] = health.Sum(rule => rule.Duration.TotalSeconds),
            ["lastEvaluation"] = Time(health.Count == 0 ? null : health.Max(rule => rule.EvaluatedAt)),
        };
    }

    private Dictionary<string, object> Rule(RecordingRule rule)
    {
        var health = prometheus.RuleEvaluator.HealthOf(rule);
        var json = new Dictionary<string, object> { ["name"] = rule.Record, ["query"] = rule.Query };
        if (rule.Labels.Count > 0) json["labels"] = rule.Labels.Labels.ToArray().ToDictionary(label => label.Name, label => label.Value);
        json["health"] = health is null ? "unknown" : health.Error is null ? "ok" : "err";
        if (health?.Error is { } error) json["lastError"] = error;
        json["evaluationTime"] = health?.Duration.TotalSeconds ?? 0;
        json["lastEvaluation"] = Time(health?.EvaluatedAt);
        json["type"] = "recording";
        return json;
    }

    /// <summary>Go's zero time stands for "never".</summary>
    private static string Time(DateTimeOffset? time) => (time ?? DateTimeOffset.MinValue).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
