using System.Globalization;
using System.Text.Json;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Loki.Api;
using RumPortal.Sandbox.Prometheus.Rules;
using RumPortal.Sandbox.Ruler.Groups;

namespace RumPortal.Sandbox.Ruler.Api;

/// <summary>The state of the groups in Prometheus' form. There are no alerts: the ruler takes recording rules only.</summary>
internal sealed class StateEndpoints(LokiRuler ruler)
{
    private const string NoAlerts = """{"status":"success","data":{"alerts":[]},"errorType":"","error":""}""";

    public async Task RulesAsync(HttpContext context)
    {
        var parameters = await RequestParameters.ReadAsync(context.Request);
        var type = parameters.Get("type").ToLowerInvariant();
        if (type is not ("" or "alert" or "record"))
        {
            await LokiResponse.JsonAsync(context, JsonSerializer.Serialize(new { status = "error", errorType = "bad_data", error = $"unsupported rule type {GoQuote.Quote(type)}" }), StatusCodes.Status400BadRequest);
            return;
        }

        var (files, groups, rules) = (Names(parameters, "file"), Names(parameters, "rule_group"), Names(parameters, "rule_name"));
        var shown = from loaded in ruler.Groups.All
                    where IsAsked(files, loaded.Namespace) && IsAsked(groups, loaded.Definition.Name)
                    let asked = loaded.Rules.Where(rule => type != "alert" && IsAsked(rules, rule.Definition.Record)).ToList()
                    where asked.Count > 0 || (type.Length == 0 && rules.Count == 0)
                    select Group(loaded, asked);
        await LokiResponse.JsonAsync(context, JsonSerializer.Serialize(new { status = "success", data = new { groups = shown }, errorType = "", error = "" }));
    }

    public static Task AlertsAsync(HttpContext context) => LokiResponse.JsonAsync(context, NoAlerts);

    /// <summary>With brackets as Loki documents it, or without.</summary>
    private static HashSet<string> Names(RequestParameters parameters, string name) => [.. parameters.All(name + "[]").Concat(parameters.All(name)).Where(value => value.Length > 0)];

    private static bool IsAsked(HashSet<string> names, string name) => names.Count == 0 || names.Contains(name);

    private static object Group(RulerGroup group, IReadOnlyList<RulerRule> rules)
    {
        var health = group.Rules.Select(rule => rule.Health).OfType<RuleHealth>().ToList();
        return new
        {
            name = group.Definition.Name,
            file = group.Namespace,
            rules = rules.Select(Rule),
            interval = group.Interval.TotalSeconds,
            limit = group.Definition.Limit,
            lastEvaluation = Time(health.Count == 0 ? null : health.Max(rule => rule.EvaluatedAt)),
            evaluationTime = health.Sum(rule => rule.Duration.TotalSeconds),
        };
    }

    private static object Rule(RulerRule rule) => new
    {
        name = rule.Definition.Record,
        query = rule.Definition.Expression,
        labels = rule.Definition.Labels,
        health = rule.Health is null ? "unknown" : rule.Health.Error is null ? "ok" : "err",
        lastError = rule.Health?.Error ?? "",
        type = "recording",
        lastEvaluation = Time(rule.Health?.EvaluatedAt),
        evaluationTime = rule.Health?.Duration.TotalSeconds ?? 0,
    };

    /// <summary>Go's zero time stands for "never".</summary>
    private static string Time(DateTimeOffset? time) => (time ?? DateTimeOffset.MinValue).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
