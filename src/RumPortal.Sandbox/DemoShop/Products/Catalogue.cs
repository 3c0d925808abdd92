using System.Text.Json;

namespace RumPortal.Sandbox.DemoShop.Products;

/// <summary>Everything that the shop sells, read once from <c>catalogue.json</c> in the assembly.</summary>
public sealed class Catalogue
{
    private readonly IReadOnlyList<CatalogueEntry> _entries;

    private Catalogue(IReadOnlyList<CatalogueEntry> entries) => _entries = entries;

    public static Catalogue Load()
    {
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream("catalogue.json")
            ?? throw new InvalidOperationException("The assembly lacks its catalogue.json.");
        var entries = JsonSerializer.Deserialize<CatalogueEntry[]>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("catalogue.json holds no list.");
        return new Catalogue(entries);
    }

    public CatalogueEntry? Find(string sku) => _entries.FirstOrDefault(entry => entry.Product.Sku == sku);

    /// <summary>Products of a category, the featured ones, or with neither asked for all.</summary>
    public IEnumerable<Product> List(string? category, bool featured) =>
        from entry in _entries
        where (category is null || entry.Product.Category == category) && (!featured || entry.Featured)
        select entry.Product;

    /// <summary>Products in which every word of the text occurs, in whichever language; an empty text finds nothing.</summary>
    public IEnumerable<Product> Search(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? [] : _entries.Select(entry => entry.Product).Where(product => words.All(word => Mentions(product, word)));
    }

    /// <summary>Up to four others, those of the same category first.</summary>
    public IEnumerable<Product> GoesWith(string sku)
    {
        var category = Find(sku)?.Product.Category;
        return _entries.Select(entry => entry.Product)
            .Where(product => product.Sku != sku)
            .OrderByDescending(product => product.Category == category)
            .ThenByDescending(product => product.Rating)
            .Take(4);
    }

    private static bool Mentions(Product product, string word)
    {
        string[] texts = [product.Name.En, product.Name.Zh, product.Description.En, product.Description.Zh, product.Maker, product.Category];
        return texts.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
