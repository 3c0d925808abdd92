namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>What stands behind a host: the service that takes its requests in and the one that answers them.</summary>
/// <param name="Ingress">Takes requests from browsers.</param>
/// <param name="Service">Behind the ingress; null for hosts of documents, which answer by themselves.</param>
/// <param name="Namespace">The team's.</param>
/// <param name="Database">Value of <c>db.system.name</c>.</param>
internal sealed record BackendHost(string Ingress, string? Service, string Namespace, string Database = "postgresql")
{
    private static readonly Dictionary<string, BackendHost> All = new()
    {
        ["shop.example.test"] = new("shop-pages", null, "retail"),
        ["api.example.test"] = new("ingress", "shop-api", "retail"),
        ["search.example.test"] = new("ingress", "search-api", "retail", "opensearch"),
        ["reviews.example.test"] = new("reviews-gateway", "reviews-api", "retail"),
        ["legacy.example.test"] = new("legacy-ingress", "orders-api", "retail", "oracle.db"),
        ["account.example.test"] = new("account-pages", null, "identity"),
        ["id.example.test"] = new("identity-gateway", "identity-api", "identity"),
        ["docs.example.test"] = new("docs-pages", "docs-search", "platform", "opensearch"),
    };

    /// <summary>Null for hosts without tracing, our own or other people's.</summary>
    public static BackendHost? Find(string host) => All.GetValueOrDefault(host);
}
