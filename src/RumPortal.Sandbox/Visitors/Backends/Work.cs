namespace RumPortal.Sandbox.Visitors.Backends;

/// <summary>The kinds of work of the demo's services.</summary>
internal static class Work
{
    private const int ExportPages = 204;
    private const int RowsPerPage = 47;
    private const int RecursionDepth = 1_000;

    /// <summary>One query to the service's database; it is what fails when the service does.</summary>
    public static IEnumerable<BackendSpan> Query(BackendSpan span, string database, SeededRandom random)
    {
        var from = 0.1 + (random.Unit() * 0.2);
        yield return Ask(span, database, from, from + 0.2 + (random.Unit() * 0.4), random) with { IsError = span.IsError };
    }

    /// <summary>A query, then a call to another service.</summary>
    public static ServiceWork CallTo(string service, string route) => (span, database, random) =>
    {
        var from = 0.3 + (random.Unit() * 0.1);
        var call = span.Child(span.Service, "POST", BackendSpanKind.Client, from, 0.9, random) with
        {
            Attributes =
            [
                ("http.request.method", "POST"), ("url.full", $"http://{service}:8080{route}"), ("server.address", service), ("http.response.status_code", 200),
            ],
        };
        var answer = call.Child(span.Service with { Name = service }, $"POST {route}", BackendSpanKind.Server, 0.05, 0.95, random) with
        {
            Attributes = [("http.request.method", "POST"), ("http.route", route), ("url.path", route), ("http.response.status_code", 200)],
        };
        return [Ask(span, database, 0.05, 0.25, random), call, answer];
    };

    /// <summary>A report that is traced too finely: with the spans above it, 10,000 of them, the last ones 51 levels down.</summary>
    public static IEnumerable<BackendSpan> Export(BackendSpan span, string database, SeededRandom random)
    {
        yield return Ask(span, database, 0.005, 0.015, random, "orders");
        for (var page = 0; page < ExportPages; page++)
        {
            var step = 0.95 / ExportPages;
            var parent = span.Child(span.Service, "write page", BackendSpanKind.Internal, 0.02 + (page * step), 0.02 + ((page + 1) * step), random);
            yield return parent;
            yield return Ask(parent, database, 0.02, 0.2, random, "orders");
            // Each row is rendered inside the one before, as a builder that wraps itself does.
            for (var row = 0; row < RowsPerPage; row++)
            {
                parent = parent.Child(span.Service, "render row", BackendSpanKind.Internal, row == 0 ? 0.25 : 0.02, 0.99, random) with
                {
                    Attributes = [("export.row", row)],
                };
                yield return parent;
            }
        }
    }

    /// <summary>A function that calls itself a thousand times.</summary>
    public static IEnumerable<BackendSpan> Recurse(BackendSpan span, string database, SeededRandom random)
    {
        yield return Ask(span, database, 0.01, 0.05, random, "orders");
        var parent = span;
        for (var depth = 0; depth < RecursionDepth; depth++)
        {
            parent = parent.Child(span.Service, "resolve bundle", BackendSpanKind.Internal, depth == 0 ? 0.1 : 0.0005, 0.9995, random);
            yield return parent;
        }
    }

    private static BackendSpan Ask(BackendSpan span, string database, double from, double to, SeededRandom random, string? table = null)
    {
        table ??= Table(span);
        var (operation, text) = Statement(span.Name.Split(' ')[0], table);
        return span.Child(span.Service, $"{operation} {table}", BackendSpanKind.Client, from, to, random) with
        {
            Attributes =
            [
                ("db.system.name", database), ("db.namespace", $"{span.Service.Name}-db"), ("db.collection.name", table),
                ("db.operation.name", operation), ("db.query.text", text), ("server.address", $"{span.Service.Name}-db"),
            ],
        };
    }

    private static (string Operation, string Text) Statement(string method, string table) => method switch
    {
        "POST" => ("INSERT", $"INSERT INTO {table} VALUES ($1, $2, $3) RETURNING id"),
        "PUT" or "PATCH" => ("UPDATE", $"UPDATE {table} SET data = $2 WHERE id = $1"),
        "DELETE" => ("DELETE", $"DELETE FROM {table} WHERE id = $1"),
        _ => ("SELECT", $"SELECT * FROM {table} WHERE id = $1"),
    };

    // Named like the last fixed part of the route.
    private static string Table(BackendSpan span) =>
        span.Name.Split(' ', '/').LastOrDefault(part => part.Length > 0 && !part.StartsWith('{') && !char.IsUpper(part[0])) ?? "pages";
}
