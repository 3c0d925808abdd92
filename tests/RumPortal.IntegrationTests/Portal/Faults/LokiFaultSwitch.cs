using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace RumPortal.IntegrationTests.Portal.Faults;

/// <summary>Breaks and heals the sandbox's Loki through <c>/sandbox/faults</c>.</summary>
internal sealed class LokiFaultSwitch(Uri loki) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly HttpClient _http = new(new SocketsHttpHandler()) { BaseAddress = loki };

    /// <param name="fault">JSON as the sandbox documents it.</param>
    public async Task BreakAsync(string fault)
    {
        using var content = new StringContent(fault, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync("/sandbox/faults", content, Cancellation);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>How many requests met the fault.</summary>
    public async Task<int> HitsAsync()
    {
        var faults = await _http.GetFromJsonAsync<JsonElement>("/sandbox/faults", Cancellation);
        return faults.EnumerateArray().Sum(fault => fault.TryGetProperty("hits", out var hits) ? hits.GetInt32() : 0);
    }

    public async Task WaitForHitAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while (await HitsAsync() == 0)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30), "No request met the fault.");
            await Task.Delay(20, Cancellation);
        }
    }

    public async Task HealAsync()
    {
        using var response = await _http.DeleteAsync("/sandbox/faults", CancellationToken.None);
        response.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}
