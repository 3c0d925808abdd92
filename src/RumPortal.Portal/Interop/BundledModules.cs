using Microsoft.AspNetCore.Components;

namespace RumPortal.Portal.Interop;

/// <summary>
/// Addresses of the bundled ES modules with their fingerprint. Only components are given the asset collection, so the root component
/// hands it over when its circuit starts.
/// </summary>
public sealed class BundledModules
{
    private ResourceAssetCollection _assets = ResourceAssetCollection.Empty;

    /// <summary>The address to import; without a collection the plain path, which is served as well.</summary>
    public string this[string path] => "./" + _assets[path];

    public void Use(ResourceAssetCollection assets) => _assets = assets;
}
