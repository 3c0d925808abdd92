using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Querying;

/// <summary>Reads the answers of <c>/api/v1/rules</c>, which Loki's ruler has as well.</summary>
/// <remarks>
/// <code>
/// {"status":"success","data":{"groups":[{"name":"rum-shop-web","file":"rum","interval":300,"lastEvaluation":"2026-11-20T06:00:03.1Z",
///   "evaluationTime":0.014,"rules":[{"type":"recording","name":"rum_vital_density:count5m","query":"sum by ...","labels":{...},
///   "health":"err","lastError":"maximum number of series (500) reached","lastEvaluation":"2026-11-20T06:00:03.1Z"}]}]}}
/// </code>
/// A rule that was never evaluated has the time <c>0001-01-01T00:00:00Z</c> and the health <c>unknown</c>.
/// </remarks>
internal static class RuleJson
{
    public static ImmutableArray<RuleGroup> Groups(JsonElement root) =>
        [.. ApiJson.OptionalItems(ApiJson.OptionalMember(ApiJson.OptionalData(root), "groups")).Select(Group)];

    private static RuleGroup Group(JsonElement group) => new(
        ApiJson.OptionalText(group, "name") ?? "",
        ApiJson.OptionalText(group, "file") ?? "",
        Seconds(group, "interval"),
        Instant(group, "lastEvaluation"),
        Seconds(group, "evaluationTime"),
        [.. ApiJson.OptionalItems(ApiJson.OptionalMember(group, "rules")).Select(Rule)]);

    private static RuleState Rule(JsonElement rule) => new(
        ApiJson.OptionalText(rule, "name") ?? "",
        ApiJson.OptionalText(rule, "query") ?? "",
        ApiJson.OptionalMember(rule, "labels") is var labels && ApiJson.IsAbsent(labels) ? LabelSet.Empty : ApiJson.Labels(labels),
        ApiJson.OptionalText(rule, "type") == "recording",
        ApiJson.OptionalText(rule, "health") switch { "ok" => RuleHealth.Ok, "err" => RuleHealth.Failed, _ => RuleHealth.Unknown },
        ApiJson.OptionalText(rule, "lastError") is { Length: > 0 } error ? error : null,
        Instant(rule, "lastEvaluation"));

    private static TimeSpan? Seconds(JsonElement parent, string name) =>
        ApiJson.OptionalMember(parent, name) is { ValueKind: JsonValueKind.Number } member
        && member.TryGetDouble(out var seconds) && seconds >= 0 && seconds < TimeSpan.MaxValue.TotalSeconds / 2
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static DateTimeOffset? Instant(JsonElement parent, string name) =>
        ApiJson.OptionalText(parent, name) is { } text
        && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
        && instant.Year > 1
            ? instant
            : null;
}
