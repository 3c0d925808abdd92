using System.Collections.Immutable;
using RumPortal.Clients.Querying;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace RumPortal.Automation.Render;

/// <summary>Writes rule files. Same rules, same bytes: texts are compared with what is deployed.</summary>
/// <remarks>
/// <code>
/// groups:
/// - name: rum-vitals-shop-web
///   interval: 5m
///   rules:
///   - record: rum_vital_density:count5m
///     expr: |-
///       sum by (...) (count_over_time({app_name="shop-web", kind="measurement"} ... [5m] offset 30s))
///     labels:
///       scheme: vitals-24
/// </code>
/// </remarks>
public static class RuleFileYaml
{
    // Texts that would read as numbers, truth values or null are quoted.
    private static readonly ISerializer Serializer = new SerializerBuilder()
        .WithQuotingNecessaryStrings()
        .WithNewLine("\n")
        .DisableAliases()
        .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull | DefaultValuesHandling.OmitEmptyCollections)
        .Build();

    /// <summary>The whole file, as Prometheus and rulers with local storage read it.</summary>
    public static string Write(RuleFile file) => file.Groups.IsEmpty ? "groups: []\n" : Serializer.Serialize(new FileDocument([.. file.Groups.Select(GroupDocument.Of)]));

    /// <summary>One group, as the body of a request to the ruler's API.</summary>
    public static string Write(RuleGroup group) => Serializer.Serialize(GroupDocument.Of(group));

    private sealed record FileDocument([property: YamlMember(Alias = "groups")] IReadOnlyList<GroupDocument> Groups);

    private sealed record GroupDocument(
        [property: YamlMember(Alias = "name")] string Name,
        [property: YamlMember(Alias = "interval")] string Interval,
        [property: YamlMember(Alias = "rules")] IReadOnlyList<RuleDocument> Rules)
    {
        public static GroupDocument Of(RuleGroup group) => new(group.Name, QueryDuration.Format(group.Interval), [.. group.Rules.Select(RuleDocument.Of)]);
    }

    private sealed record RuleDocument
    {
        [YamlMember(Alias = "record", Order = 1)]
        public string? Record { get; init; }

        [YamlMember(Alias = "alert", Order = 2)]
        public string? Alert { get; init; }

        // As a block no character of a query is escaped, and a change of it shows as a change of one line.
        [YamlMember(Alias = "expr", Order = 3, ScalarStyle = ScalarStyle.Literal)]
        public required string Expression { get; init; }

        [YamlMember(Alias = "for", Order = 4)]
        public string? For { get; init; }

        [YamlMember(Alias = "labels", Order = 5)]
        public required ImmutableSortedDictionary<string, string> Labels { get; init; }

        [YamlMember(Alias = "annotations", Order = 6)]
        public required ImmutableSortedDictionary<string, string> Annotations { get; init; }

        public static RuleDocument Of(Rule rule)
        {
            var alert = rule as Rule.Alerting;
            return new()
            {
                Record = (rule as Rule.Recording)?.Metric,
                Alert = alert?.Name,
                Expression = rule.Expression,
                For = alert is null || alert.For <= TimeSpan.Zero ? null : QueryDuration.Format(alert.For),
                Labels = rule.Labels,
                Annotations = alert?.Annotations ?? ImmutableSortedDictionary<string, string>.Empty,
            };
        }
    }
}
