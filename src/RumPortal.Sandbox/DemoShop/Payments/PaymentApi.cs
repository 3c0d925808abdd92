using RumPortal.Sandbox.DemoShop.Api;
using RumPortal.Sandbox.DemoShop.Tracing;

namespace RumPortal.Sandbox.DemoShop.Payments;

/// <summary>The service <c>payment-api</c>, which the shop's API calls: 402 when the bank declines.</summary>
internal sealed class PaymentApi(Pace pace, ServiceTracing tracing)
{
    private readonly PaymentDesk _desk = new(pace);

    public void Map(WebApplication app)
    {
        app.UseRouting();
        app.Use(new RequestSpans(tracing).InvokeAsync);
        app.MapPost("/charges", async (Charge charge, CancellationToken cancellation) =>
            await _desk.ChargeAsync(charge.Method, cancellation)
                ? Results.Ok(charge)
                : Refusal.Of(StatusCodes.Status402PaymentRequired, "The bank declined the card."));
    }
}
