using System.Net;
using RumPortal.Sandbox.DemoShop.Orders;
using RumPortal.Sandbox.DemoShop.Tracing;

namespace RumPortal.Sandbox.DemoShop.Payments;

/// <summary>The shop API's way to <see cref="PaymentApi"/>.</summary>
internal sealed class PaymentClient(TracedClient client, Uri service)
{
    /// <summary>True when the bank accepted.</summary>
    /// <exception cref="HttpRequestException">The service failed.</exception>
    public async Task<bool> ChargeAsync(Order order, PaymentMethod method, CancellationToken cancellation)
    {
        using var body = JsonContent.Create(new Charge(order.Id, order.Total, method));
        using var response = await client.SendAsync(HttpMethod.Post, new Uri(service, "/charges"), body, cancellation);
        if (response.StatusCode == HttpStatusCode.PaymentRequired) return false;
        response.EnsureSuccessStatusCode();
        return true;
    }
}
