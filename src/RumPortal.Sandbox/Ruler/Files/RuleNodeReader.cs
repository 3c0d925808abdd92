using System.Globalization;
using RumPortal.Sandbox.Literals;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RumPortal.Sandbox.Ruler.Files;

/// <summary>Turns the nodes of a YAML document into rule groups.</summary>
internal static class RuleNodeReader
{
    public static IReadOnlyList<RuleGroupDefinition> File(YamlNode root)
    {
        var keys = Keys(root, ["groups"], strict: true);
        return [.. Items(keys.GetValueOrDefault("groups")).Select(group => Group(group, strict: true))];
    }

    public static RuleGroupDefinition Group(YamlNode node, bool strict)
    {
        var keys = Keys(node, ["name", "interval", "limit", "rules"], strict);
        var interval = Duration(keys.GetValueOrDefault("interval"));
        return new(
            Text(keys.GetValueOrDefault("name")),
            interval == default ? null : interval,
            Integer(keys.GetValueOrDefault("limit")),
            [.. Items(keys.GetValueOrDefault("rules")).Select(rule => Rule(rule, strict))]);
    }

    private static RuleDefinition Rule(YamlNode node, bool strict)
    {
        var keys = Keys(node, ["record", "alert", "expr", "for", "labels", "annotations"], strict);
        return new()
        {
            Record = Text(keys.GetValueOrDefault("record")),
            Alert = Text(keys.GetValueOrDefault("alert")),
            Expression = Text(keys.GetValueOrDefault("expr")),
            For = Duration(keys.GetValueOrDefault("for")),
            Labels = Texts(keys.GetValueOrDefault("labels")),
            Annotations = Texts(keys.GetValueOrDefault("annotations")),
        };
    }

    private static Dictionary<string, YamlNode> Keys(YamlNode node, string[] known, bool strict)
    {
        if (IsNull(node)) return [];
        if (node is not YamlMappingNode mapping) throw Wrong(node, "a mapping");
        var keys = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Children)
        {
            var name = Text(key);
            if (strict && !known.Contains(name)) throw new RuleFileException($"yaml: line {key.Start.Line}: field {name} is not known here");
            keys[name] = value;
        }

        return keys;
    }

    private static IEnumerable<YamlNode> Items(YamlNode? node) => node switch
    {
        YamlSequenceNode sequence => sequence.Children,
        null => [],
        _ when IsNull(node) => [],
        _ => throw Wrong(node, "a list"),
    };

    private static Dictionary<string, string> Texts(YamlNode? node)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (node is null || IsNull(node)) return texts;
        if (node is not YamlMappingNode mapping) throw Wrong(node, "a mapping");
        // Nodes that differ can still be one text: an empty one and null.
        foreach (var (key, value) in mapping.Children) texts[Text(key)] = Text(value);
        return texts;
    }

    private static string Text(YamlNode? node) => node switch
    {
        YamlScalarNode scalar => IsNull(scalar) ? "" : scalar.Value ?? "",
        null => "",
        _ => throw Wrong(node, "a text"),
    };

    private static TimeSpan Duration(YamlNode? node)
    {
        var text = Text(node);
        if (text.Length == 0) return default;
        if (!GoDuration.TryParsePrometheus(text, out var nanoseconds, out var error)) throw new RuleFileException($"yaml: line {node?.Start.Line}: {error}");
        return TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
    }

    private static int Integer(YamlNode? node)
    {
        var text = Text(node);
        if (text.Length == 0) return 0;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new RuleFileException($"yaml: line {node?.Start.Line}: cannot read {GoQuote.Quote(text)} as a whole number");
    }

    private static bool IsNull(YamlNode? node) => node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };

    private static RuleFileException Wrong(YamlNode node, string wanted) => new($"yaml: line {node.Start.Line}: {wanted} is needed here");
}
