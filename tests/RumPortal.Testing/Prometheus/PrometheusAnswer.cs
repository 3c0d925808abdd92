using System.Text.Json;

namespace RumPortal.Testing.Prometheus;

/// <summary>An answer of the API: the body is JSON, or a string when it is plain text.</summary>
public sealed record PrometheusAnswer(int Status, string? ContentType, JsonElement Body)
{
    public static async Task<PrometheusAnswer> GetAsync(HttpClient client, string path, IEnumerable<KeyValuePair<string, string>> parameters, CancellationToken cancellation)
    {
        using var query = new FormUrlEncodedContent(parameters);
        using var response = await client.GetAsync($"{path}?{await query.ReadAsStringAsync(cancellation)}", cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        var type = response.Content.Headers.ContentType?.ToString();
        return new((int)response.StatusCode, type, type == "application/json" ? JsonSerializer.Deserialize<JsonElement>(text) : JsonSerializer.SerializeToElement(text));
    }
}
