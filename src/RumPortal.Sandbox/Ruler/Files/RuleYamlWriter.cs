using RumPortal.Sandbox.Literals;
using YamlDotNet.Serialization;

namespace RumPortal.Sandbox.Ruler.Files;

/// <summary>Writes rule groups as the ruler's API shows them. What has no value is left out.</summary>
public static class RuleYamlWriter
{
    // Texts that would read as numbers, truth values or null are quoted: label values are often all digits.
    private static readonly ISerializer Serializer = new SerializerBuilder()
        .WithQuotingNecessaryStrings()
        .WithEventEmitter(next => new ExactTextEmitter(next))
        .WithNewLine("\n")
        .DisableAliases()
        .Build();

    /// <summary>One group.</summary>
    public static string Write(RuleGroupDefinition group) => Serializer.Serialize(Node(group));

    /// <summary>Lists of groups by namespace.</summary>
    public static string Write(IReadOnlyDictionary<string, IReadOnlyList<RuleGroupDefinition>> namespaces) =>
        Serializer.Serialize(namespaces.ToDictionary(pair => pair.Key, pair => pair.Value.Select(Node).ToList()));

    private static Dictionary<string, object> Node(RuleGroupDefinition group)
    {
        var node = new Dictionary<string, object> { ["name"] = group.Name };
        if (group.Interval is { } interval) node["interval"] = Duration(interval);
        if (group.Limit != 0) node["limit"] = group.Limit;
        node["rules"] = group.Rules.Select(Node).ToList();
        return node;
    }

    private static Dictionary<string, object> Node(RuleDefinition rule)
    {
        var node = new Dictionary<string, object>();
        if (rule.Record.Length > 0) node["record"] = rule.Record;
        if (rule.Alert.Length > 0) node["alert"] = rule.Alert;
        node["expr"] = rule.Expression;
        if (rule.For > TimeSpan.Zero) node["for"] = Duration(rule.For);
        if (rule.Labels.Count > 0) node["labels"] = rule.Labels;
        if (rule.Annotations.Count > 0) node["annotations"] = rule.Annotations;
        return node;
    }

    private static string Duration(TimeSpan duration) => GoDuration.FormatPrometheus(duration.Ticks * TimeSpan.NanosecondsPerTick);
}
