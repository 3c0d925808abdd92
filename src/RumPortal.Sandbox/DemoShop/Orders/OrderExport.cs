using RumPortal.Sandbox.DemoShop.Database;
using RumPortal.Sandbox.DemoShop.Tracing;

namespace RumPortal.Sandbox.DemoShop.Orders;

/// <summary>A report that is traced too finely: a query for each page of it and a span for each row, 10,000 altogether.</summary>
internal sealed class OrderExport(OrdersClient orders, ServiceTracing tracing)
{
    public const int Pages = 100;

    /// <summary>Spans beneath that of the request.</summary>
    public const int Spans = Pages * (2 + RowsPerPage);

    private const int RowsPerPage = 98;

    /// <returns>Number of rows.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        for (var page = 0; page < Pages; page++) await WritePageAsync(page, cancellation);
        return Pages * RowsPerPage;
    }

    private async Task WritePageAsync(int page, CancellationToken cancellation)
    {
        using var span = tracing.Source.StartActivity("write page");
        span?.SetTag("export.page", page);
        await orders.ListAsync(RowsPerPage, page * RowsPerPage, cancellation);
        for (var row = 0; row < RowsPerPage; row++)
        {
            using var rowSpan = tracing.Source.StartActivity("render row");
            rowSpan?.SetTag("export.row", row);
        }
    }
}
