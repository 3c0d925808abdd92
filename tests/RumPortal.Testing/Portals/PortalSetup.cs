using System.Globalization;

namespace RumPortal.Testing.Portals;

/// <summary>What a portal under test is started with: development sign-in, one Loki, and three teams that own an app of the recorded data each.</summary>
public sealed record PortalSetup(Uri Loki)
{
    /// <summary>Members may see users.</summary>
    public const string StorefrontTeam = "Storefront";

    /// <summary>Members see pseudonyms.</summary>
    public const string DocumentationTeam = "Documentation";

    private static readonly (string Name, string App, string? Permission)[] Teams =
        [(StorefrontTeam, "shop-web", "user:unmask"), (DocumentationTeam, "docs-site", null), ("Console", "admin-console", null)];

    /// <summary>The metrics backend; none when null.</summary>
    public Uri? Prometheus { get; init; }

    /// <summary>The trace backend; none when null.</summary>
    public Uri? Tempo { get; init; }

    /// <summary>Further settings, by key.</summary>
    public IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>();

    /// <summary>The portal's clock; the system's when null.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Survives the portal; when null it has one of its own that is removed with it.</summary>
    public string? StateFolder { get; init; }

    /// <summary>The portal's database; a file in the state folder when null.</summary>
    public string? Database { get; init; }

    /// <summary>0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>How long the portal waits for a backend.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Where the portal sends its own telemetry; nowhere when null.</summary>
    public Uri? Collector { get; init; }

    /// <summary>Whose data Loki is asked for; null for one without tenants.</summary>
    public string? LokiTenant { get; init; }

    /// <summary>All settings, as a configuration file would hold them.</summary>
    public Dictionary<string, string?> Settings(string stateFolder)
    {
        var settings = new Dictionary<string, string?>
        {
            ["urls"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"),
            ["Authentication:Mode"] = "Development",
            ["Backends:Loki:Url"] = Loki.AbsoluteUri,
            ["Storage:StateFolder"] = stateFolder,
        };
        if (LokiTenant is not null) settings["Backends:Loki:Tenant"] = LokiTenant;
        if (Database is not null) settings["Storage:ConnectionString"] = Database;
        if (Prometheus is not null) settings["Backends:Prometheus:Url"] = Prometheus.AbsoluteUri;
        if (Tempo is not null) settings["Backends:Tempo:Url"] = Tempo.AbsoluteUri;
        foreach (var (key, value) in Others) settings[key] = value;
        if (Timeout is { } timeout) settings["Backends:Loki:Timeout"] = settings["Backends:Prometheus:Timeout"] = settings["Backends:Tempo:Timeout"] = timeout.ToString("c", CultureInfo.InvariantCulture);
        if (Collector is { } collector) settings["Telemetry:OtlpEndpoint"] = collector.AbsoluteUri;
        for (var i = 0; i < Teams.Length; i++)
        {
            settings[$"Teams:{i}:Name"] = settings[$"Teams:{i}:Group"] = Teams[i].Name;
            settings[$"Teams:{i}:Apps:0"] = Teams[i].App;
            if (Teams[i].Permission is { } permission) settings[$"Teams:{i}:Permissions:0"] = permission;
        }
        return settings;
    }
}
