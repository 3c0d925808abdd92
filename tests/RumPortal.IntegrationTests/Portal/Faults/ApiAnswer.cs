using System.Net;
using System.Text.Json;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Faults;

/// <summary>What the portal's API answered.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string? ContentType, TimeSpan? RetryAfter, JsonElement Body)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ApiAnswer> OfAsync(RunningPortal portal, string path)
    {
        using var response = await portal.Http.GetAsync(path, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        var (type, pause) = (response.Content.Headers.ContentType?.MediaType, response.Headers.RetryAfter?.Delta);
        return new ApiAnswer(response.StatusCode, type, pause, JsonDocument.Parse(text).RootElement);
    }

    public string? Text(string member) => Body.TryGetProperty(member, out var value) ? value.ToString() : null;
}
