using Microsoft.AspNetCore.Components;

namespace RumPortal.Testing.Components;

/// <summary>Goes nowhere and remembers where it was told to go.</summary>
public sealed class RecordedNavigation : NavigationManager
{
    private readonly List<string> _visited = [];

    public RecordedNavigation(string path = "") => Initialize("http://localhost/", "http://localhost/" + path);

    /// <summary>Addresses in the order of going, as given.</summary>
    public IReadOnlyList<string> Visited => _visited;

    protected override void NavigateToCore(string uri, NavigationOptions options)
    {
        _visited.Add(uri);
        Uri = ToAbsoluteUri(uri).AbsoluteUri;
        NotifyLocationChanged(isInterceptedLink: false);
    }
}
