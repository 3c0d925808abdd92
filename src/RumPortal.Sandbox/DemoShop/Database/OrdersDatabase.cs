using System.Globalization;
using RumPortal.Sandbox.DemoShop.Api;
using RumPortal.Sandbox.DemoShop.Orders;

namespace RumPortal.Sandbox.DemoShop.Database;

/// <summary>
/// The end point <c>orders-db</c>: a stand-in for a database that answers a handful of statements over HTTP from memory. Like most databases
/// it has no spans of its own; what the caller says of a query is all there is.
/// </summary>
internal sealed class OrdersDatabase(Pace pace)
{
    private readonly OrderBook _orders = new();

    public void Map(WebApplication app) => app.MapPost("/query", async (DatabaseQuery query, CancellationToken cancellation) =>
    {
        await pace.PauseAsync(TimeSpan.FromMilliseconds(6), cancellation);
        return Answer(query.Text, query.Arguments ?? []) is { } rows
            ? Results.Ok(rows)
            : Refusal.Of(StatusCodes.Status400BadRequest, "orders-db is a stand-in for a database and knows the statements of the demo shop alone.");
    });

    private IReadOnlyList<Order>? Answer(string? text, IReadOnlyList<string> arguments)
    {
        if (text == OrderStatement.Insert.Text && arguments is [var total] && Number(total) is { } cents) return [_orders.Add(cents)];
        if (text == OrderStatement.Find.Text && arguments is [var id]) return Rows(_orders.Find(id));
        if (text == OrderStatement.Pay.Text && arguments is [var paid]) return Rows(_orders.Find(paid) is { } order ? _orders.MarkPaid(order) : null);
        if (text == OrderStatement.List.Text && arguments is [var limit, var offset] && Number(limit) is { } most && Number(offset) is { } skipped)
            return _orders.List(skipped, most);
        return null;
    }

    private static Order[] Rows(Order? order) => order is null ? [] : [order];

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
