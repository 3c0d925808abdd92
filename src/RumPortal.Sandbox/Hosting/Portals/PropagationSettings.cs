using System.Globalization;
using System.Text.RegularExpressions;
using RumPortal.Sandbox.DemoShop;

namespace RumPortal.Sandbox.Hosting.Portals;

/// <summary>
/// What the demo apps' teams would tell the portal of their set-up: the patterns of <c>propagateTraceHeaderCorsUrls</c> and the hosts whose
/// backends they run. The history's hosts lie under <c>example.test</c>, the live shop's on loopback.
/// </summary>
internal static class PropagationSettings
{
    /// <param name="settings">Gets the settings.</param>
    /// <param name="origins">Those of the running shop.</param>
    public static void Add(Dictionary<string, string> settings, ShopOrigins origins)
    {
        AddApp(settings, "shop-web", [@"^https://(api|legacy|reviews|loyalty)\.example\.test/", .. origins.Injected.Select(Pattern)], [origins.Api.Host]);
        AddApp(settings, "account-portal", [@"^https://id\.example\.test/"], ["id.example.test"]);
        AddApp(settings, "docs-site", [], ["docs.example.test"]);
    }

    private static void AddApp(Dictionary<string, string> settings, string app, IReadOnlyList<string> injected, IReadOnlyList<string> ownHosts)
    {
        AddList(settings, $"Propagation__Apps__{app}__InjectedUrls__", injected);
        AddList(settings, $"Propagation__Apps__{app}__OwnHosts__", ownHosts);
    }

    private static void AddList(Dictionary<string, string> settings, string prefix, IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++) settings[prefix + i.ToString(CultureInfo.InvariantCulture)] = values[i];
    }

    private static string Pattern(Uri origin) => $"^{Regex.Escape(origin.GetLeftPart(UriPartial.Authority))}/";
}
