using System.Text;

namespace RumPortal.Sandbox.Hosting;

/// <summary>What the sandbox prints when everything listens.</summary>
internal static class Banner
{
    private const string Title =
        "\nRumPortal sandbox: a stand-in for a whole stack, for development, demonstration and tests. Not for production.\n\n";

    public static string Render(SandboxUrls urls, SandboxOptions options)
    {
        var text = new StringBuilder(Title);
        AddLine("Portal", urls.Portal, "the sessions of the demo apps; sign-in is for development");
        AddLine("Demo shop", urls.Shop, "click around, sign in, break something on its page \"Trouble\"");
        AddLine("Shop API", urls.ShopApi, "");
        AddLine("Faro receiver", urls.Collector, "where browsers post");
        AddLine("Loki", urls.Loki, "for a Grafana of your own, or curl");
        AddLine("Tempo", urls.Tempo, "likewise");
        AddLine("Prometheus", urls.Prometheus, "likewise");
        AddLine("OTLP", urls.Otlp, "where services send spans");
        text.Append('\n').Append(NextStep(urls, options)).Append("\nCtrl+C ends everything.\n\n");
        return text.ToString();

        void AddLine(string name, Uri? url, string purpose)
        {
            if (url is not null) text.Append($"  {name,-14} {url.OriginalString.TrimEnd('/'),-31} {purpose}".TrimEnd()).Append('\n');
        }
    }

    private static string NextStep(SandboxUrls urls, SandboxOptions options) => (urls.Portal, urls.Shop) switch
    {
        ({ } portal, { } shop) =>
            $"1. Open {Host(shop)} and sign in as anyone.\n2. Open {Host(portal)}/sessions and find yourself by that name.",
        ({ } portal, null) => $"Open {Host(portal)}.",
        (null, { } shop) => $"Open {Host(shop)}; its telemetry arrives in Loki.",
        _ => options.Dataset is { } dataset ? $"Loki serves {dataset}." : "Loki waits for lines.",
    };

    private static string Host(Uri url) => url.GetLeftPart(UriPartial.Authority);
}
