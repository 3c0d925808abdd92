using System.Globalization;
using RumPortal.Sandbox.Http;

namespace RumPortal.Sandbox.Prometheus.Api;

/// <summary>What clients ask before they query: readiness, version, and what is known about metrics.</summary>
internal static class StatusEndpoints
{
    /// <summary>The version whose behaviour is reproduced.</summary>
    private const string Version = "2.42.0";

    public static Task ReadyAsync(HttpContext context) => PrometheusResponse.TextAsync(context, StatusCodes.Status200OK, "Prometheus Server is Ready.\n");

    public static Task HealthyAsync(HttpContext context) => PrometheusResponse.TextAsync(context, StatusCodes.Status200OK, "Prometheus Server is Healthy.\n");

    public static Task BuildInfoAsync(HttpContext context) => PrometheusResponse.SuccessAsync(context, new
    {
        version = Version,
        revision = "sandbox",
        branch = "sandbox",
        buildUser = "",
        buildDate = "",
        goVersion = "",
    });

    /// <summary>Types and help texts come from scraping; samples of rules and files have none.</summary>
    public static async Task MetadataAsync(HttpContext context)
    {
        var limit = (await RequestParameters.ReadAsync(context.Request)).Get("limit");
        if (limit.Length > 0 && !int.TryParse(limit, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            throw new BadRequestException("limit must be a number");
        await PrometheusResponse.SuccessAsync(context, new Dictionary<string, string>());
    }

    public static Task AlertsAsync(HttpContext context) => PrometheusResponse.SuccessAsync(context, new { alerts = Array.Empty<string>() });
}
