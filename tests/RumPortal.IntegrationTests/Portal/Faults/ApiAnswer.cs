using System.Net;
using System.Text.Json;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Faults;

/// <summary>What the portal's API answered.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string? ContentType, TimeSpan? RetryAfter, JsonElement Body)
{
    public static async Task<ApiAnswer> OfAsync(RunningPortal portal, string path)
    {
        using var response = await portal.Http.GetAsync(path, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new ApiAnswer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers.RetryAfter?.Delta, JsonDocument.Parse(text).RootElement);
    }

    public string? Text(string member) => Body.TryGetProperty(member, out var value) ? value.ToString() : null;
}
