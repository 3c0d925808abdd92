using System.Collections.Frozen;
using System.Text.RegularExpressions;
using RumPortal.Domain.Traces.Propagation;
using RumPortal.Portal.Configuration;

namespace RumPortal.Portal.Features.Propagation;

/// <summary>
/// What the doctor is told about apps: <c>Propagation:Apps:&lt;app&gt;:InjectedUrls:&lt;n&gt;</c>, the regular expressions of the app's
/// <c>propagateTraceHeaderCorsUrls</c>, and <c>Propagation:Apps:&lt;app&gt;:OwnHosts:&lt;n&gt;</c>, hosts whose backends the organisation runs. An app that is not named, or without
/// <c>InjectedUrls</c>, has a list that is not known; an empty value (<c>InjectedUrls=</c>) is a list without entries.
/// </summary>
public sealed class PropagationSettings(FrozenDictionary<string, HeaderRules> rules)
{
    public const string Section = "Propagation";

    private const string Apps = "Apps", InjectedUrls = "InjectedUrls", OwnHosts = "OwnHosts";

    // Patterns are held against addresses of telemetry, which may be made to be slow.
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(50);

    public HeaderRules RulesOf(string app) => rules.GetValueOrDefault(app, HeaderRules.Unknown);

    public static PropagationSettings Read(IConfiguration configuration, SettingsFaults faults)
    {
        var section = configuration.GetSection(Section);
        faults.RefuseUnknownKeys(section, Apps);
        return new PropagationSettings(section.GetSection(Apps).GetChildren().ToFrozenDictionary(app => app.Key, app => ReadApp(app, faults), StringComparer.Ordinal));
    }

    private static HeaderRules ReadApp(IConfigurationSection app, SettingsFaults faults)
    {
        faults.RefuseUnknownKeys(app, InjectedUrls, OwnHosts);
        var urls = app.GetSection(InjectedUrls);
        var patterns = Values(urls, faults).Select(url => Pattern(url.Key, url.Value, faults)).OfType<Regex>();
        var hosts = Values(app.GetSection(OwnHosts), faults).Select(host => Host(host.Key, host.Value, faults)).OfType<string>();
        return new HeaderRules(urls.Exists() ? [.. patterns] : null, [.. hosts]);
    }

    private static IEnumerable<(string Key, string Value)> Values(IConfigurationSection list, SettingsFaults faults)
    {
        // One value in place of a list has no children: it would be as if the list were empty.
        if (!string.IsNullOrEmpty(list.Value)) faults.Add(list.Path, $"is a list; its values are {list.Path}:0, {list.Path}:1...");
        return list.GetChildren().Select(value => (value.Path, value.Value?.Trim() ?? "")).Where(value => value.Item2.Length > 0);
    }

    private static Regex? Pattern(string key, string text, SettingsFaults faults)
    {
        try
        {
            return new Regex(text, RegexOptions.CultureInvariant, LongestMatch);
        }
        catch (ArgumentException fault)
        {
            faults.Add(key, $"is not a regular expression: {fault.Message}");
            return null;
        }
    }

    private static string? Host(string key, string text, SettingsFaults faults)
    {
        if (Uri.CheckHostName(text.Trim('[', ']')) != UriHostNameType.Unknown) return text;
        faults.Add(key, $"'{text}' is not a host, for example api.example.test: no scheme, no port, no path.");
        return null;
    }
}
