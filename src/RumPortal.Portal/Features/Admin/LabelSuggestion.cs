using RumPortal.Clients.Loki;
using RumPortal.Domain.Faro;

namespace RumPortal.Portal.Features.Admin;

/// <summary>A stream label that could be the one that a setting means.</summary>
/// <param name="Setting">The key of the setting, for example <c>Backends:Loki:Labels:App</c>.</param>
/// <param name="Label">The label's name in Loki.</param>
/// <param name="Because">Why it is thought to be the one.</param>
public sealed record LabelSuggestion(string Setting, string Label, string Because)
{
    private static readonly Dictionary<string, string[]> UsualNames = new(StringComparer.Ordinal)
    {
        ["App"] = ["app_name", "app", "application", "Application", "service_name", "service"],
        ["Environment"] = ["app_environment", "environment", "env", "Environment", "deployment_environment", "deployment_environment_name"],
        ["Kind"] = ["kind"],
    };

    /// <summary>
    /// Suggests a label for each setting whose label Loki does not have. A label that repeats what sample lines say of themselves is the
    /// best witness; else a usual name has to do.
    /// </summary>
    public static IEnumerable<LabelSuggestion> For(StreamLabelNames names, IReadOnlyCollection<string> labels, IReadOnlyList<FaroRecord> samples)
    {
        (string Key, string Configured, string Field)[] settings =
        [
            ("App", names.App.ToString(), FaroFields.AppName),
            ("Environment", names.Environment.ToString(), FaroFields.AppEnvironment),
            ("Kind", names.Kind?.ToString() ?? "", FaroFields.Kind),
        ];
        foreach (var (key, configured, field) in settings)
        {
            if (configured.Length == 0 || labels.Contains(configured)) continue;
            var setting = $"{LokiOptions.Section}:Labels:{key}";
            if (RepeatedBy(samples, field) is { } witness) yield return new LabelSuggestion(setting, witness, $"its value is that of {field} in sampled lines");
            else if (UsualNames[key].FirstOrDefault(labels.Contains) is { } usual) yield return new LabelSuggestion(setting, usual, "it is a usual name for this label");
        }
    }

    private static string? RepeatedBy(IReadOnlyList<FaroRecord> samples, string field) => samples
        .Where(record => record.Text(field) is not null)
        .SelectMany(record => record.Labels.Where(label => label.Value == record.Text(field)).Select(label => label.Key))
        .GroupBy(label => label, StringComparer.Ordinal)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;
}
