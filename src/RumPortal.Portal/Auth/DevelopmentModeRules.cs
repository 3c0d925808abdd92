using RumPortal.Portal.Configuration;

namespace RumPortal.Portal.Auth;

/// <summary>The development sign-in has no place where others can reach the portal, so such a start is refused.</summary>
public static class DevelopmentModeRules
{
    private const string Key = $"{AuthenticationOptions.Section}:{nameof(AuthenticationOptions.Mode)}";

    private static readonly string[] PortSettings = ["http_ports", "https_ports"];

    public static void Check(IConfiguration configuration, IHostEnvironment environment, SettingsFaults faults)
    {
        if (environment.IsProduction())
            faults.Add(Key, "Development is refused in the environment Production; set ASPNETCORE_ENVIRONMENT=Development to run it on your own machine.");
        foreach (var url in BoundUrls(configuration).Where(url => !IsLoopback(url)))
            faults.Add(Key, $"Development is refused on '{url}'; bind to http://localhost:5080 or another loopback address.");
    }

    private static IEnumerable<string> BoundUrls(IConfiguration configuration)
    {
        var urls = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var ports = PortSettings.Select(key => configuration[key]).Where(value => !string.IsNullOrEmpty(value)).Select(port => $"http://*:{port}");
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "");
        // "urls" wins over the port settings in Kestrel, so only what is effective is judged.
        return (urls.Length > 0 ? urls : ports).Concat(endpoints.Where(url => url.Length > 0));
    }

    // "http://*:80" and "http://+:80" are no URIs; whatever cannot be read as a loopback address is not one.
    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && DevelopmentRequestGuard.IsLocalHost(uri.Host);
}
