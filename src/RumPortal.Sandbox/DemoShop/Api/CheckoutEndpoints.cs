using Microsoft.AspNetCore.Mvc;
using RumPortal.Sandbox.DemoShop.Database;
using RumPortal.Sandbox.DemoShop.Orders;
using RumPortal.Sandbox.DemoShop.Payments;
using RumPortal.Sandbox.DemoShop.Products;

namespace RumPortal.Sandbox.DemoShop.Api;

/// <summary>From cart to payment, and signing in.</summary>
internal static class CheckoutEndpoints
{
    private const int MaxBody = 64 * 1024;

    public static void MapCheckout(this IEndpointRouteBuilder app, Catalogue catalogue, OrdersClient orders, PaymentClient payments, Pace pace)
    {
        var api = app.MapGroup("/api").WithMetadata(new RequestSizeLimitAttribute(MaxBody));
        api.MapPost("/cart/quote", async (OrderRequest request, CancellationToken cancellation) =>
        {
            await pace.PauseAsync(TimeSpan.FromMilliseconds(90), cancellation);
            return Quote.TryCreate(request.Lines, catalogue, out var quote, out var refusal) ? Results.Ok(quote) : Invalid(refusal);
        });
        api.MapPost("/orders", async (OrderRequest request, CancellationToken cancellation) =>
        {
            await pace.PauseAsync(TimeSpan.FromMilliseconds(260), cancellation);
            if (!Quote.TryCreate(request.Lines, catalogue, out var quote, out var refusal)) return Invalid(refusal);
            return request.Delivery is { IsComplete: true }
                ? Results.Ok(await orders.AddAsync(quote.Total, cancellation))
                : Invalid("Name, street and city are needed.");
        });
        api.MapPost("/orders/{id}/payment", (string id, PaymentRequest request, CancellationToken cancellation) =>
            PayAsync(id, request, orders, payments, cancellation));
        api.MapPost("/customers/sign-in", async (SignInRequest request, CancellationToken cancellation) =>
        {
            await pace.PauseAsync(TimeSpan.FromMilliseconds(150), cancellation);
            return Customer.TryCreate(request, out var customer) ? Results.Ok(customer) : Invalid("A name and a mail address are needed.");
        });
    }

    private static async Task<IResult> PayAsync(
        string id, PaymentRequest request, OrdersClient orders, PaymentClient payments, CancellationToken cancellation)
    {
        if (await orders.FindAsync(id, cancellation) is not { } order) return Refusal.Of(StatusCodes.Status404NotFound, "There is no such order.");
        if (order.Paid) return Refusal.Of(StatusCodes.Status409Conflict, "The order is paid already.");
        if (!Enum.TryParse<PaymentMethod>(request.Method, ignoreCase: true, out var method) || !Enum.IsDefined(method))
            return Invalid("Choose one of card, declined and slow.");
        if (!await payments.ChargeAsync(order, method, cancellation))
            return Refusal.Of(StatusCodes.Status402PaymentRequired, "The bank declined the card.");
        // The oldest orders are forgotten, perhaps during the payment; the customer has paid all the same.
        return Results.Ok(await orders.MarkPaidAsync(id, cancellation) ?? order with { Paid = true });
    }

    private static IResult Invalid(string title) => Refusal.Of(StatusCodes.Status422UnprocessableEntity, title);
}
