using System.Text.Json;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Loki.LogQl.Syntax;

namespace RumPortal.Sandbox.Loki.Api;

/// <summary>What clients ask before they query: readiness, version, limits, and whether a query is well-formed.</summary>
internal sealed class StatusEndpoints(LokiBackend loki)
{
    /// <summary>The version whose behaviour is reproduced.</summary>
    private const string Version = "3.7.6";

    public static Task ReadyAsync(HttpContext context) => LokiResponse.TextAsync(context, StatusCodes.Status200OK, "ready\n");

    public static Task BuildInfoAsync(HttpContext context) => LokiResponse.JsonAsync(context, JsonSerializer.Serialize(new
    {
        version = Version,
        revision = "sandbox",
        branch = "sandbox",
        buildUser = "",
        buildDate = "",
        goVersion = "",
    }));

    public Task DrilldownLimitsAsync(HttpContext context) => LokiResponse.JsonAsync(context, JsonSerializer.Serialize(new
    {
        limits = new
        {
            discover_log_levels = true,
            discover_service_name = true,
            max_entries_limit_per_query = loki.Options.MaxEntries,
            max_line_size = loki.Options.MaxLineSize,
            max_query_bytes_read = "0B",
            max_query_length = Text(loki.Options.MaxQueryLength),
            max_query_lookback = "0s",
            max_query_range = "0s",
            max_query_series = loki.Options.MaxSeries,
            query_timeout = Text(loki.Options.QueryTimeout),
            retention_period = "0s",
            volume_enabled = true,
            volume_max_series = 1000,
        },
        pattern_ingester_enabled = false,
        version = Version,
    }));

    public static async Task FormatQueryAsync(HttpContext context)
    {
        var parameters = await RequestParameters.ReadAsync(context.Request);
        try
        {
            var formatted = LogQlPrettifier.Format(LogQlParser.Parse(parameters.Get("query")));
            await LokiResponse.JsonAsync(context, JsonSerializer.Serialize(new { status = "success", data = formatted }));
        }
        catch (LogQlException e)
        {
            await LokiResponse.JsonAsync(context, JsonSerializer.Serialize(new { status = "invalid-query", error = e.Message }), StatusCodes.Status400BadRequest);
        }
    }

    private static string Text(TimeSpan duration) => GoDuration.FormatPrometheus(duration.Ticks * 100);
}
