using System.Text.Json;

namespace RumPortal.IntegrationTests.Portal.Hosting;

/// <summary>What the build or a publish says that the portal serves: <c>RumPortal.Portal.staticwebassets.endpoints.json</c>.</summary>
internal static class AssetManifest
{
    /// <summary>Addresses that hold the fingerprint of their content, each once.</summary>
    /// <param name="folder">Where the portal's assembly lies.</param>
    public static IReadOnlyList<string> FingerprintedRoutes(string folder)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "RumPortal.Portal.staticwebassets.endpoints.json")));
        var endpoints = manifest.RootElement.GetProperty("Endpoints").EnumerateArray().Where(IsFingerprinted);
        return [.. endpoints.Select(endpoint => "/" + endpoint.GetProperty("Route").GetString()).Distinct()];
    }

    private static bool IsFingerprinted(JsonElement endpoint) =>
        endpoint.GetProperty("EndpointProperties").EnumerateArray()
            .Any(property => property.GetProperty("Name").GetString() == "fingerprint");
}
