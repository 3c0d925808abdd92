namespace RumPortal.Sandbox.Tempo.Api;

/// <summary>What clients ask before they query: readiness and version.</summary>
internal static class StatusEndpoints
{
    /// <summary>The version whose behaviour is reproduced.</summary>
    private const string Version = "3.0.3";

    public static Task EchoAsync(HttpContext context) => TempoResponse.TextAsync(context, StatusCodes.Status200OK, "echo\n");

    public static Task ReadyAsync(HttpContext context) => TempoResponse.TextAsync(context, StatusCodes.Status200OK, "ready\n");

    public static Task BuildInfoAsync(HttpContext context) => TempoResponse.JsonAsync(context, json =>
    {
        json.WriteStartObject();
        json.WriteString("version", Version);
        json.WriteString("revision", "sandbox");
        json.WriteString("branch", "sandbox");
        json.WriteString("buildUser", "");
        json.WriteString("buildDate", "");
        json.WriteString("goVersion", "");
        json.WriteEndObject();
    });
}
