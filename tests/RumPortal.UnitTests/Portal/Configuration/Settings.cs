using Microsoft.Extensions.Configuration;
using RumPortal.Portal.Configuration;

namespace RumPortal.UnitTests.Portal.Configuration;

/// <summary>Settings of a test, and what a reader of them complains about.</summary>
internal static class Settings
{
    public static IConfiguration Of(params IEnumerable<(string Key, string? Value)> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value)).Build();

    public static (T Options, IReadOnlyList<string> Faults) Read<T>(Func<IConfiguration, SettingsFaults, T> read, params IEnumerable<(string Key, string? Value)> settings)
    {
        var faults = new SettingsFaults();
        var options = read(Of(settings), faults);
        return (options, faults.All);
    }
}
