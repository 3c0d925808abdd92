using System.Net;
using System.Text;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus.PromQl.Syntax;
using RumPortal.Sandbox.Prometheus.Rules;

namespace RumPortal.Sandbox.Ruler.Files;

/// <summary>
/// A folder of rule files: <c>*.prometheus.yaml</c> for Prometheus, every other <c>*.yaml</c> for Loki's ruler. The ruler gets its groups by its
/// API, as a real one would.
/// </summary>
internal sealed class RuleFolder(string folder)
{
    /// <summary>The namespace of the groups that come from files.</summary>
    public const string Namespace = "rumportal";

    private const string RulerFiles = "*.yaml", PrometheusEnding = ".prometheus.yaml";

    /// <exception cref="RuleFileException">A file cannot be read, or a group is refused; the message names the file.</exception>
    public async Task LoadAsync(Uri loki, RuleGroupRegistry prometheus, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler());
        var target = new Uri(loki, $"loki/api/v1/rules/{Namespace}");
        foreach (var path in Directory.GetFiles(folder, RulerFiles).Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(path);
            var groups = Read(file, await File.ReadAllTextAsync(path, cancellation));
            if (file.EndsWith(PrometheusEnding, StringComparison.Ordinal)) prometheus.SetFile(file, [.. groups.Select(group => Recording(file, group))]);
            else foreach (var group in groups) await PostAsync(http, target, file, group, cancellation);
        }
    }

    private static IReadOnlyList<RuleGroupDefinition> Read(string file, string yaml)
    {
        try
        {
            return RuleYamlReader.ReadFile(yaml);
        }
        catch (RuleFileException e)
        {
            throw new RuleFileException($"{file}: {e.Message}", e);
        }
    }

    private static async Task PostAsync(HttpClient http, Uri target, string file, RuleGroupDefinition group, CancellationToken cancellation)
    {
        using var body = new StringContent(RuleYamlWriter.Write(group), Encoding.UTF8, "application/yaml");
        using var response = await http.PostAsync(target, body, cancellation);
        if (response.StatusCode != HttpStatusCode.Accepted)
            throw new RuleFileException($"{file}: group {group.Name}: {(await response.Content.ReadAsStringAsync(cancellation)).Trim()}");
    }

    private static RuleGroup Recording(string file, RuleGroupDefinition group)
    {
        try
        {
            if (group.Rules.FirstOrDefault(rule => rule.Alert.Length > 0) is { } alert)
                throw new RuleFileException($"{file}: group {group.Name}: {alert.Alert}: alerting rules are not supported by the sandbox's Prometheus");
            return new(file, group.Name, group.Interval ?? TimeSpan.FromMinutes(1), [.. group.Rules.Select(rule => new RecordingRule(rule.Record, rule.Expression, Labels(rule)))]);
        }
        catch (Exception e) when (e is PromQlException or ArgumentException)
        {
            throw new RuleFileException($"{file}: group {group.Name}: {e.Message}", e);
        }
    }

    private static LabelSet Labels(RuleDefinition rule) => LabelSet.Of(rule.Labels.Select(pair => new Label(pair.Key, pair.Value)));
}
