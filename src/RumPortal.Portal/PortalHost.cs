using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Radzen;
using RumPortal.Clients;
using RumPortal.Portal.Api;
using RumPortal.Portal.Auth;
using RumPortal.Portal.Components;
using RumPortal.Portal.Components.Time;
using RumPortal.Portal.Configuration;
using RumPortal.Portal.Features;
using RumPortal.Portal.Features.Propagation;
using RumPortal.Portal.Health;
using RumPortal.Portal.Interop;
using RumPortal.Portal.Telemetry;
using RumPortal.Storage;
using AuthenticationOptions = RumPortal.Portal.Auth.AuthenticationOptions;

namespace RumPortal.Portal;

/// <summary>Composes the portal. Tests build the same host with settings of their own and a free port.</summary>
public static class PortalHost
{
    /// <summary>EX_CONFIG of sysexits.h: the settings are not valid or name a database that cannot be used.</summary>
    public const int InvalidSettingsExitCode = 78;

    /// <exception cref="InvalidSettingsException">Names every fault of the settings at once.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        configure?.Invoke(builder);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        AddServices(builder);
        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var (configuration, services, faults) = (builder.Configuration, builder.Services, new SettingsFaults());
        var authentication = AuthenticationOptions.Read(configuration, faults);
        if (authentication.Mode == AuthenticationMode.Development) DevelopmentModeRules.Check(configuration, builder.Environment, faults);
        var teams = TeamDirectory.Read(configuration, faults);
        var telemetry = TelemetryOptions.Read(configuration, faults);
        var propagation = PropagationSettings.Read(configuration, faults);
        var storage = StorageOptions.Read(configuration, faults);
        var folder = StateFolder.Create(storage, builder.Environment.ContentRootPath, faults);
        var database = storage.DatabaseIn(folder, faults);
        faults.AddRange(ClientSettings.FaultsOf(configuration));
        faults.ThrowIfAny();
        if (database is null) throw new InvalidOperationException("A database that is not known is a fault of the settings.");

        services.AddRumPortalClients(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddStorage(database);
        services.AddSingleton(teams).AddSingleton(propagation).AddSingleton(folder).AddSingleton<ViewerScopes>().AddSingleton<Readiness>();
        services.AddDataProtection().SetApplicationName("RumPortal").PersistKeysToFileSystem(new DirectoryInfo(folder.Keys));
        AddSignIn(services);
        builder.AddTelemetryExport(telemetry);
        services.AddProblemDetails();
        // A request that cannot be read is the client's fault in every environment, not an exception of the portal.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddPortalApi();
        services.AddFeatures();
        services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DisconnectedCircuitMaxRetained = 50;
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
        });
        services.AddRadzenComponents();
        services.AddCascadingAuthenticationState();
        services.AddScoped<UserClock>().AddScoped<Browser>().AddScoped<TimelineScroll>().AddScoped<ChartCanvas>().AddScoped<WaterfallCanvas>().AddScoped<BundledModules>();
    }

    private static void AddSignIn(IServiceCollection services)
    {
        services.AddAuthentication(DevelopmentAuthenticationHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, DevelopmentAuthenticationHandler>(DevelopmentAuthenticationHandler.SchemeName, null);
        // Whatever is not said to be open needs a signed-in person.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseRequestSpans();
        app.UseSecurityHeaders();
        app.UseDevelopmentRequestGuard();
        app.UseExceptionHandler();
        app.UseWhen(Reads, reading => reading.UseStatusCodePagesWithReExecute("/not-found"));
        // A page cannot be made from a form that was refused, such as one from before the keys were lost.
        app.UseWhen(context => !Reads(context), sending => sending.UseStatusCodePages(
            "text/plain; charset=utf-8", "The portal refused this (HTTP {0}). Go back, load the page again and repeat."));
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapDevelopmentViewer();
        app.MapPortalApi();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    private static bool Reads(HttpContext context) => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
}
