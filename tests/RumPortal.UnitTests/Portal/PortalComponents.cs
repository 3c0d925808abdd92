using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using Radzen;
using RumPortal.Portal.Components.Time;
using RumPortal.Portal.Interop;
using RumPortal.Testing;
using RumPortal.Testing.Components;
using RumPortal.UnitTests.Sessions;

namespace RumPortal.UnitTests.Portal;

/// <summary>The portal's components in a test: a renderer with the services of a circuit, at one fixed moment.</summary>
internal sealed class PortalComponents : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = FaroLines.Start.AddHours(1);

    private readonly ServiceProvider _services;

    public PortalComponents(string path = "")
    {
        Navigation = new RecordedNavigation(path);
        _services = new ServiceCollection()
            .AddLogging()
            .AddRadzenComponents()
            .AddSingleton<TimeProvider>(new FixedTime(Now))
            .AddSingleton<NavigationManager>(Navigation)
            .AddSingleton<IJSRuntime>(Scripts)
            .AddSingleton<IErrorBoundaryLogger, SilentBoundary>()
            .AddSingleton<UserClock>().AddSingleton<Browser>().AddSingleton<TimelineScroll>().AddSingleton<BundledModules>()
            .BuildServiceProvider();
        Renderer = new MiniRenderer(_services);
    }

    public MiniRenderer Renderer { get; }

    public RecordedNavigation Navigation { get; }

    public RecordedScripts Scripts { get; } = new(answer: true);

    public Task RenderAsync<TComponent>(params IEnumerable<(string Name, object? Value)> parameters) where TComponent : IComponent =>
        Renderer.RenderAsync<TComponent>(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)Renderer).DisposeAsync();
        await _services.DisposeAsync();
    }

    private sealed class SilentBoundary : IErrorBoundaryLogger
    {
        public ValueTask LogErrorAsync(Exception exception) => ValueTask.CompletedTask;
    }
}
