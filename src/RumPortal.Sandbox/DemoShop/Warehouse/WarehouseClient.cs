using RumPortal.Sandbox.DemoShop.Tracing;

namespace RumPortal.Sandbox.DemoShop.Warehouse;

/// <summary>The shop API's way to <see cref="WarehouseApi"/>.</summary>
internal sealed class WarehouseClient(TracedClient client, Uri service)
{
    /// <exception cref="HttpRequestException">The service failed.</exception>
    public async Task LookUpAsync(string sku, CancellationToken cancellation)
    {
        using var response = await client.SendAsync(HttpMethod.Get, new Uri(service, $"/shelves/{Uri.EscapeDataString(sku)}"), null, cancellation);
        response.EnsureSuccessStatusCode();
    }
}
