using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Auth;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Components.Panels;
using RumPortal.Portal.Components.Time;
using RumPortal.Portal.Interop;

namespace RumPortal.Portal.Components;

/// <summary>
/// The life of a page: it is prerendered as a skeleton, reads once when its circuit is live, and reads again when its address changes.
/// The address is the state; a page keeps nothing that is not in it or read by it.
/// </summary>
public abstract class PortalPage : ComponentBase, IDisposable
{
    private readonly List<IDisposable> _reads = [];
    private string _path = "";

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required UserClock Clock { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Inject] public required Browser Browser { get; init; }

    [Inject] public required ViewerScopes Scopes { get; init; }

    [Inject] public required ILoggerFactory Loggers { get; init; }

    [CascadingParameter] public Task<AuthenticationState>? Authentication { get; set; }

    /// <summary>What the filter bar holds; its faults are those of the whole address.</summary>
    protected ViewFilter Filter { get; set; } = new();

    protected ViewerScope Scope { get; private set; } = new("", ViewerRole.Viewer, [], new HashSet<string>(), new HashSet<string>());

    /// <summary>The range of the filter at the last read; null while the address names none that makes sense.</summary>
    protected TimeRange? Range { get; private set; }

    /// <summary>Why there is no <see cref="Range"/>, as a sentence.</summary>
    protected string? RangeFault { get; private set; }

    protected QueryReader Query => QueryReader.Of(new Uri(Navigation.Uri));

    /// <summary>Starts the page's reads; called on the live circuit only.</summary>
    protected abstract Task ReadAsync();

    /// <summary>Takes over what the address says beside the filter bar; called before each render that follows a change of address.</summary>
    protected virtual void ReadAddress()
    {
    }

    protected override async Task OnInitializedAsync()
    {
        _path = new Uri(Navigation.Uri).AbsolutePath;
        if (Authentication is not null) Scope = Scopes.Of((await Authentication).User);
        TakeAddress();
        Navigation.LocationChanged += OnLocationChanged;
    }

    // The router keeps the component when only the route's values change: /sessions/{app}/{id} to its neighbour.
    protected override async Task OnParametersSetAsync()
    {
        var path = new Uri(Navigation.Uri).AbsolutePath;
        if (path == _path) return;
        _path = path;
        TakeAddress();
        if (RendererInfo.IsInteractive) await ReadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || !RendererInfo.IsInteractive) return;
        // At a first visit the page was prerendered before the browser could say where it is.
        if (!Clock.KnowsBrowserZone) Clock.UseBrowserZone(await Browser.TimeZoneAsync());
        await ReadAsync();
    }

    protected PanelRead<T> NewRead<T>()
    {
        var read = new PanelRead<T>(() => InvokeAsync(StateHasChanged), Time, Loggers.CreateLogger<PanelRead<T>>());
        _reads.Add(read);
        return read;
    }

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        foreach (var read in _reads) read.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Fixes what "now" means for the reads that follow, so that panels of one page agree.</summary>
    protected TimeRange? ResolveRange()
    {
        Range = Filter.Time.TryResolve(Time.GetUtcNow(), out var range, out var fault) ? range : null;
        RangeFault = fault;
        return Range;
    }

    private void TakeAddress()
    {
        Filter = ViewFilter.Parse(Query);
        Clock.Choose(Filter.TimeZone);
        ReadAddress();
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        // A change of the path belongs to the page that comes next.
        if (new Uri(change.Location).AbsolutePath != _path) return;
        _ = InvokeAsync(async () =>
        {
            TakeAddress();
            // Not every address needs another read: lanes and search within what was read are seen by rendering alone.
            StateHasChanged();
            await ReadAsync();
        });
    }
}
