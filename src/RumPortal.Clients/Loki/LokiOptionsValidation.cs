using Microsoft.Extensions.Options;
using RumPortal.Clients.Http;
using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Loki;

/// <summary>Names everything that is wrong with <see cref="LokiOptions"/> at once.</summary>
internal sealed class LokiOptionsValidation : IValidateOptions<LokiOptions>
{
    private const string Labels = LokiOptions.Section + ":Labels";

    public ValidateOptionsResult Validate(string? name, LokiOptions options)
    {
        var faults = FaultsOf(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(LokiOptions options)
    {
        foreach (var fault in BackendOptionsFaults.Of(options, LokiOptions.Section)) yield return fault;
        if (options.MaxEntries is < 100 or > 100_000)
            yield return $"{LokiOptions.Section}:MaxEntries is {options.MaxEntries}; it must be from 100 to 100000.";
        (string Key, string Name, bool Optional)[] labels =
        [
            ("App", options.Labels.App, false),
            ("Environment", options.Labels.Environment, false),
            ("Kind", options.Labels.Kind, true),
            ("Team", options.Labels.Team, true),
        ];
        foreach (var (key, label, optional) in labels)
        {
            if (LabelName.TryParse(label, out _) || (optional && label.Length == 0)) continue;
            yield return $"{Labels}:{key} is '{label}'; it must be a label name of letters, digits and underscores that does not begin "
                + $"with a digit and is no LogQL keyword{(optional ? ", or empty" : "")}.";
        }
        var given = labels.Where(label => label.Name.Length > 0).GroupBy(label => label.Name, StringComparer.Ordinal);
        foreach (var same in given.Where(group => group.Count() > 1))
            yield return $"{Labels}: {string.Join(" and ", same.Select(label => label.Key))} are both '{same.Key}'; each must be a label "
                + "of its own.";
    }
}
