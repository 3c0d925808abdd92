using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Prometheus;
using RumPortal.Clients.Tempo;

namespace RumPortal.Clients;

public static class ClientRegistration
{
    /// <summary>
    /// Adds the clients of all backends, with their settings from <c>Backends</c>, which are checked when the host starts.
    /// </summary>
    public static IServiceCollection AddRumPortalClients(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<BackendGuards>();
        services.AddOptions<LokiOptions>().Bind(configuration.GetSection(LokiOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LokiOptions>, LokiOptionsValidation>();
        services.AddOptions<PrometheusOptions>().Bind(configuration.GetSection(PrometheusOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PrometheusOptions>, PrometheusOptionsValidation>();
        services.AddOptions<TempoOptions>().Bind(configuration.GetSection(TempoOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TempoOptions>, TempoOptionsValidation>();
        Configure(services.AddHttpClient<LokiClient>(ForBackends));
        Configure(services.AddHttpClient<PrometheusClient>(ForBackends));
        Configure(services.AddHttpClient<TempoClient>(ForBackends));
        services.AddTransient<RecordedVitalsReader>();
        return services;
    }

    private static void Configure(IHttpClientBuilder client) => client
        .ConfigurePrimaryHttpMessageHandler(Handler)
        // The handler renews its connections by itself.
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        // The factory logs addresses, and these hold queries with ids of users.
        .RemoveAllLoggers();

    // The clients limit time and size by themselves, over the body too.
    private static void ForBackends(HttpClient http) => http.Timeout = Timeout.InfiniteTimeSpan;

    private static SocketsHttpHandler Handler() => new()
    {
        // A backend does not lead elsewhere; a sign-in page in front of one does.
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip,
        ConnectTimeout = TimeSpan.FromSeconds(2),
        MaxConnectionsPerServer = 32,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    };
}
