using RumPortal.Sandbox.Visitors.Backends;

namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>A shop. Its release 118 is slow in Arc on macOS and throws a TypeError there, and only there.</summary>
internal static class ShopWeb
{
    private const string Api = "https://api.example.test";
    private static readonly string[] Products =
        ["harbour-lamp", "pine-desk", "wool-throw", "oak-stool", "sea-glass-vase", "linen-sheets", "brass-hook", "cedar-box"];
    private static readonly string[] Categories = ["lighting", "furniture", "textiles", "kitchen"];
    private static readonly string[] Searches = ["lamp", "desk", "wool", "%E7%87%88", "oak%20stool", "gift"];

    public static ApiCall OrderExport(ServiceWork work) => new("GET", Api + "/orders/export", 6_000) { Work = work, IsSure = true };

    public static AppProfile Profile { get; } = new()
    {
        Name = "shop-web",
        Namespace = "retail",
        Origin = new Uri("https://shop.example.test"),
        Weight = 55,
        IsSinglePage = true,
        AnonymousShare = 0.45,
        Releases = [new("116", TimeSpan.FromDays(40)) { Sdk = FaroSdk.Old }, new("117", TimeSpan.FromDays(9)), new("118", TimeSpan.FromHours(18))],
        StagingVersion = "119-rc.1",
        Pages =
        [
            new("/", "home", "/")
            {
                LcpElement = "main>section.hero>img.cover",
                Weight = 1.1,
                Calls = [new("GET", Api + "/recommendations", 140) { Fate = TraceFate.SampledOut }],
                Controls = [new("a.tile"), new("nav>a.category")],
                Next = ["/category/:name", "/search", "/products/:sku"],
            },
            new("/category/:name", "category", "/category/{0}")
            {
                Arguments = Categories,
                LcpElement = "ul.grid>li:nth-child(1)>img",
                Weight = 1.0,
                Calls = [new("GET", Api + "/products?category={0}", 180)],
                Controls = [new("ul.grid>li>a"), new("select#sort", "sort")],
                Next = ["/products/:sku", "/products/:sku", "/category/:name", "/"],
            },
            new("/search", "search", "/search?q={0}")
            {
                Arguments = Searches,
                LcpElement = "ul.results>li:nth-child(1)>img",
                Weight = 1.0,
                Calls = [new("GET", Api + "/search?q={0}", 260)],
                Besides = [new("GET", "https://search.example.test/suggest?q={0}", 90) { Fate = TraceFate.NotInjected, Share = 0.8 }],
                Controls = [new("input[name=\"q\"]", "search", new("GET", Api + "/search?q={0}", 260))],
                Next = ["/products/:sku", "/products/:sku", "/search"],
            },
            new("/products/:sku", "product", "/products/{0}")
            {
                Arguments = Products,
                LcpElement = "main>div.gallery>img",
                Weight = 1.2,
                Calls = [new("GET", Api + "/products/{0}", 120), new("GET", Api + "/products/{0}/reviews", 220)],
                Besides = [new("GET", "https://reviews.example.test/products/{0}/reviews", 60) { Fate = TraceFate.PreflightRefused, Share = 0.1 }],
                Controls =
                [
                    new("div.gallery>button.next"),
                    new("button#add-to-cart", "add-to-cart", new("POST", Api + "/cart/items", 170) { Fate = TraceFate.Stripped, FateConcerns = HasNewGateway }),
                ],
                Next = ["/cart", "/products/:sku", "/category/:name", "/"],
            },
            new("/cart", "cart", "/cart")
            {
                LcpElement = "section.cart>table",
                Weight = 0.8,
                Calls = [new("GET", Api + "/cart", 110)],
                Besides = [new("GET", "https://loyalty.example.test/points", 70) { Share = 0.6 }],
                Controls = [new("button.quantity", "change-quantity", new("PATCH", Api + "/cart/items/1", 130))],
                Next = ["/checkout", "/checkout", "/products/:sku"],
            },
            new("/checkout", "checkout", "/checkout")
            {
                LcpElement = "form.checkout>h1",
                Weight = 0.9,
                Calls = [new("GET", Api + "/cart", 110), new("GET", Api + "/shipping/quotes", 420) { Fate = TraceFate.Restarted, Work = Work.CallTo("carrier-api", "/rates") }],
                Controls =
                [
                    new("input#card-number"),
                    new("button#pay", "pay", new("POST", "https://pay.thirdparty.test/v1/charges", 850), IsCritical: true),
                ],
                Next = ["/orders/:id", "/orders/:id", "/cart"],
            },
            new("/orders/:id", "order", "/orders/{0}")
            {
                Arguments = ["48213", "48377", "48502", "49011"],
                LcpElement = "section.thanks>h1",
                Weight = 0.7,
                IsUntraced = true,
                Calls = [new("GET", "https://legacy.example.test/orders/{0}", 190) { Fate = TraceFate.JaegerOnly }],
                Controls = [new("button.print")],
                Next = ["/"],
            },
        ],
        Faults =
        [
            new("TypeError", "Cannot read properties of undefined (reading 'price')", 0.55)
            {
                Functions = ["renderPrice", "CartPanel", "updateFunctionComponent"],
                Only = v => v.Version == "118" && v.Browser.IsArcOnMac,
                On = p => p.View is "product" or "cart" or "checkout",
            },
            new("ChunkLoadError", "Loading chunk {0} failed.\n(missing: https://shop.example.test/assets/{0}.js)", 0.002)
            {
                Functions = ["requireEnsure", "loadRoute"],
            },
            new("Error", "Script error.", 0.0015),
            new("UnhandledRejection", "Non-Error promise rejection captured with value: \"timeout\"", 0.002)
            {
                Functions = ["waitForStock"],
            },
            new("RangeError", "Invalid array length", 0.001)
            {
                Functions = ["buildPages", "Pager"],
                On = p => p.View is "search" or "category",
            },
        ],
        Console =
        [
            new("info", "feature flag new_checkout=true", 0.05),
            new("info", "cart restored from storage: {0} items", 0.04, "CartStore"),
            new("warn", "image decode took {0} ms", 0.05, "Gallery"),
            new("warn", "購物車 sync retry #2: queue=\"cart\" lag={0}ms", 0.015, "CartSync"),
            new("error", "payment widget: iframe did not answer within {0} ms", 0.006, "PayFrame"),
        ],
    };

    // The gateway that came with 118 forwards a list of headers when there is a body; tracing is not on it.
    private static bool HasNewGateway(Visitor visitor) => visitor.Version is not ("116" or "117");
}
