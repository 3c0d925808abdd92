using System.Globalization;

namespace RumPortal.Sandbox.Hosting.Portals;

/// <summary>The environment that the portal is started with: development sign-in, the sandbox's backends, and three teams to look through.</summary>
internal static class PortalSettings
{
    private static readonly Team[] Teams =
    [
        new("Storefront", "storefront", ["shop-web"], "Viewer", ["replay:view"]),
        new("Accounts", "accounts", ["account-portal"], "Viewer", []),
        new("Documentation", "documentation", ["docs-site"], "Approver", []),
        new("Platform", "platform", ["shop-web", "account-portal", "docs-site"], "Admin", ["replay:view", "user:unmask"]),
    ];

    public static IReadOnlyDictionary<string, string> Create(Uri portal, string contentRoot, SandboxUrls backends)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = portal.GetLeftPart(UriPartial.Authority),
            ["ASPNETCORE_CONTENTROOT"] = contentRoot,
            ["Authentication__Mode"] = "Development",
            ["Backends__Loki__Url"] = backends.Loki.GetLeftPart(UriPartial.Authority),
            ["Backends__Tempo__Url"] = backends.Tempo.GetLeftPart(UriPartial.Authority),
            ["Backends__Prometheus__Url"] = backends.Prometheus.GetLeftPart(UriPartial.Authority),
        };
        for (var i = 0; i < Teams.Length; i++) Teams[i].AddTo(settings, i);
        if (backends.ShopOrigins is { } origins) PropagationSettings.Add(settings, origins);
        return settings;
    }

    private sealed record Team(string Name, string Group, string[] Apps, string Role, string[] Permissions)
    {
        public void AddTo(Dictionary<string, string> settings, int index)
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"Teams__{index}__");
            settings[prefix + "Name"] = Name;
            settings[prefix + "Group"] = Group;
            settings[prefix + "Role"] = Role;
            AddList(settings, prefix + "Apps__", Apps);
            AddList(settings, prefix + "Permissions__", Permissions);
        }

        private static void AddList(Dictionary<string, string> settings, string prefix, string[] values)
        {
            for (var i = 0; i < values.Length; i++) settings[prefix + i.ToString(CultureInfo.InvariantCulture)] = values[i];
        }
    }
}
