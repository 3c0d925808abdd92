using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Prometheus;
using RumPortal.Clients.Tempo;

namespace RumPortal.Clients;

/// <summary>Checks the section <c>Backends</c> before anything is built from it.</summary>
public static class ClientSettings
{
    /// <summary>All faults, each a sentence with its key and the legal values; none when the clients can be used.</summary>
    public static IReadOnlyList<string> FaultsOf(IConfiguration configuration) =>
    [
        .. FaultsOf(configuration.GetSection(LokiOptions.Section), new LokiOptionsValidation()),
        .. FaultsOf(configuration.GetSection(PrometheusOptions.Section), new PrometheusOptionsValidation()),
        .. FaultsOf(configuration.GetSection(TempoOptions.Section), new TempoOptionsValidation()),
    ];

    private static IEnumerable<string> FaultsOf<TOptions>(IConfigurationSection section, IValidateOptions<TOptions> validation)
        where TOptions : class, new()
    {
        var unreadable = SettingsSpelling.FaultsOf(section, typeof(TOptions)).ToList();
        var options = Without(section, unreadable.Select(fault => fault.Key)).Get<TOptions>() ?? new TOptions();
        return [.. unreadable.Select(fault => fault.Text), .. validation.Validate(null, options).Failures ?? []];
    }

    // The binder stops at the first value that it cannot read, and what else is wrong would show at the next start only.
    private static IConfiguration Without(IConfigurationSection section, IEnumerable<string> keys)
    {
        var left = keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var settings = section.AsEnumerable(makePathsRelative: true).Where(setting => !left.Contains($"{section.Path}:{setting.Key}"));
        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }
}
