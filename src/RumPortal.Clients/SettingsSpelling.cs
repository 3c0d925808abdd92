using System.ComponentModel;
using Microsoft.Extensions.Configuration;

namespace RumPortal.Clients;

/// <summary>Finds keys that nothing reads and values that are not of their type, all of them.</summary>
internal static class SettingsSpelling
{
    /// <param name="section">The settings.</param>
    /// <param name="options">What they are bound to: each property is a setting, or a section if it is a class of settings.</param>
    /// <returns>The full key of each setting that cannot be read, with a sentence for whoever wrote it.</returns>
    public static IEnumerable<(string Key, string Text)> FaultsOf(IConfigurationSection section, Type options)
    {
        var known = options.GetProperties()
            .ToDictionary(property => property.Name, property => property.PropertyType, StringComparer.OrdinalIgnoreCase);
        foreach (var setting in section.GetChildren())
        {
            if (!known.TryGetValue(setting.Key, out var type))
            {
                yield return (setting.Path, $"{setting.Path}: is not a setting. Known here: {string.Join(", ", known.Keys)}.");
            }
            else if (type.IsClass && type != typeof(string))
            {
                foreach (var fault in FaultsOf(setting, type)) yield return fault;
            }
            else if (setting.Value is { } text && !TypeDescriptor.GetConverter(type).IsValid(text))
            {
                yield return (setting.Path, $"{setting.Path} is '{text}'; it must be {Legal(type)}.");
            }
        }
    }

    private static string Legal(Type type) =>
        type == typeof(TimeSpan) ? "a time in hours, minutes and seconds, for example 00:00:15"
        : type == typeof(int) ? "a whole number"
        : $"a value of the type {type.Name}";
}
