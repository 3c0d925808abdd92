using System.Diagnostics;
using System.Globalization;
using RumPortal.Sandbox.DemoShop.Orders;
using RumPortal.Sandbox.DemoShop.Tracing;

namespace RumPortal.Sandbox.DemoShop.Database;

/// <summary>The shop API's way to its orders: a client span for each query, by OpenTelemetry's conventions for databases.</summary>
internal sealed class OrdersClient(HttpClient http, Uri database, ServiceTracing tracing)
{
    public async Task<Order> AddAsync(int total, CancellationToken cancellation) => (await QueryAsync(OrderStatement.Insert, cancellation, Text(total))).Single();

    public async Task<Order?> FindAsync(string id, CancellationToken cancellation) => (await QueryAsync(OrderStatement.Find, cancellation, id)).SingleOrDefault();

    /// <summary>The order as it is now; null when it is not kept any more.</summary>
    public async Task<Order?> MarkPaidAsync(string id, CancellationToken cancellation) =>
        (await QueryAsync(OrderStatement.Pay, cancellation, id)).SingleOrDefault();

    public Task<IReadOnlyList<Order>> ListAsync(int limit, int offset, CancellationToken cancellation) =>
        QueryAsync(OrderStatement.List, cancellation, Text(limit), Text(offset));

    private async Task<IReadOnlyList<Order>> QueryAsync(OrderStatement statement, CancellationToken cancellation, params string[] arguments)
    {
        using var span = tracing.Source.StartActivity($"{statement.Operation} orders", ActivityKind.Client);
        if (span is not null) Describe(span, statement);
        using var response = await http.PostAsJsonAsync(new Uri(database, "/query"), new DatabaseQuery(statement.Text, arguments), cancellation);
        if (!response.IsSuccessStatusCode) span?.SetStatus(ActivityStatusCode.Error);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<Order[]>(cancellation) ?? [];
    }

    private void Describe(Activity span, OrderStatement statement)
    {
        span.SetTag("db.system.name", "postgresql");
        span.SetTag("db.namespace", "orders-db");
        span.SetTag("db.collection.name", "orders");
        span.SetTag("db.operation.name", statement.Operation);
        span.SetTag("db.query.text", statement.Text);
        span.SetTag("server.address", database.Host);
        span.SetTag("server.port", database.Port);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
