using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RumPortal.Sandbox.Ruler.Files;

/// <summary>Reads rule files of Loki and Prometheus, which have one form. Says nothing about what the rules hold: that is for their servers to check.</summary>
/// <remarks>
/// A group, as the ruler's API takes it; a file has a list of these under <c>groups</c>:
/// <code>
/// name: shop-errors
/// interval: 1m
/// rules:
///   - record: rum_exceptions:count1m
///     expr: sum by (type) (count_over_time({app="shop", kind="exception"} | logfmt [1m] offset 30s))
///     labels: {team: shop}
/// </code>
/// </remarks>
public static class RuleYamlReader
{
    /// <summary>Reads the body of a request that sets one group. Keys that mean nothing are skipped, as Loki does.</summary>
    /// <exception cref="RuleFileException">The text is no group.</exception>
    public static RuleGroupDefinition ReadGroup(string yaml) => Load(yaml) is { } root ? RuleNodeReader.Group(root, strict: false) : throw new RuleFileException("the text is empty");

    /// <summary>Reads a file. A key that means nothing is an error: it is a typing error more often than not.</summary>
    /// <exception cref="RuleFileException">The text is no rule file.</exception>
    public static IReadOnlyList<RuleGroupDefinition> ReadFile(string yaml) => Load(yaml) is { } root ? RuleNodeReader.File(root) : [];

    private static YamlNode? Load(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new BoundedYamlParser(new StringReader(yaml)));
            return stream.Documents.Count switch
            {
                0 => null,
                1 => stream.Documents[0].RootNode,
                _ => throw new RuleFileException("more than one document"),
            };
        }
        catch (YamlException e)
        {
            throw new RuleFileException($"yaml: line {e.Start.Line}: {e.Message}", e);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or OverflowException or FormatException)
        {
            // The YAML parser answers some malformed texts by exceptions that are not its own.
            throw new RuleFileException($"yaml: {e.Message}", e);
        }
    }
}
